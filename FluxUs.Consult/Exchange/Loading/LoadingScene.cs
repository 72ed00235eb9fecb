using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary>What the loading of the demonstration knows as it goes: which file and place it is at, what was made so far under
/// which code, and who acts. Each act is done in the name of the member whom the files name, at the time they give.</summary>
internal sealed class LoadingScene(IServiceProvider services, ConsultDbContext db, StudyDoor door, RefusalTexts refusals, string slug, CancellationToken cancellation)
{
    private readonly Dictionary<string, StudyAccess> _members = [];
    private readonly Dictionary<(string Kind, string Code), Guid> _known = [];
    private (string File, string Place) _at = ("", "");

    public ConsultDbContext Db => db;
    public CancellationToken Cancellation => cancellation;
    public Guid StudyId { get; set; }

    /// <summary>Says what is being loaded, for the words of a fault; what was written before is forgotten here, as it is in the
    /// database.</summary>
    public void Begin(string file, string place)
    {
        _at = (file, place);
        db.ChangeTracker.Clear();
    }

    public void Remember(string kind, string code, Guid id)
    {
        if (!_known.TryAdd((kind, code), id)) throw Fault($"the {kind} {code} is there twice");
    }

    public Guid Find(string kind, string code) => _known.TryGetValue((kind, code), out var id) ? id : throw Fault($"there is no {kind} {code}");

    public List<Guid> Find(string kind, IEnumerable<string> codes) => [.. codes.Select(code => Find(kind, code))];

    public DemonstrationFault Fault(string reason) => new(_at.File, _at.Place, reason);

    /// <summary>Whoever runs the program, at work in the study: for what is set up before it has members.</summary>
    public async Task<StudyAccess> AsOperator() => await door.Enter(Actor.Operator, slug, cancellation) ?? throw Fault($"there is no study {slug}");

    /// <summary>One of the members, at work in the study.</summary>
    public async Task<StudyAccess> As(string account)
    {
        if (_members.TryGetValue(account, out var known)) return known;
        var access = await door.Enter(Actor.Account(Find("account", account)), slug, cancellation) ?? throw Fault($"{account} is no member");
        return _members[account] = access;
    }

    /// <summary>The first member who may do something, for what the files do not say by whom it was done.</summary>
    public async Task<StudyAccess> WhoMay(Permission permission)
    {
        foreach (var (_, account) in _known.Keys.Where(key => key.Kind == "account").ToList())
        {
            var access = await As(account);
            if (access.May(permission)) return access;
        }

        throw Fault($"no member may {permission}");
    }

    /// <summary>An act that takes the given moment for the present, as do the acts that it is made of.</summary>
    public T Act<T>(DateTime at) => (T)Make(typeof(T), new FixedTime(at));

    private object Make(Type type, FixedTime time)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(part => part.ParameterType == typeof(TimeProvider) ? time
            : TakesTime(part.ParameterType) ? Make(part.ParameterType, time)
            : services.GetRequiredService(part.ParameterType))]);
    }

    /// <summary>Whether something of the program asks what time it is, itself or by what it is made of.</summary>
    private static bool TakesTime(Type type) => type is { IsClass: true, IsAbstract: false } && type.Assembly == typeof(LoadingScene).Assembly
        && type.GetConstructors() is [var only] && only.GetParameters().Any(part => part.ParameterType == typeof(TimeProvider) || TakesTime(part.ParameterType));

    public async Task<T> Done<T>(Task<Outcome<T>> act)
    {
        var outcome = await act;
        if (outcome.IsDone) return outcome.Value;
        throw Fault(outcome.Refusals.Count > 0 ? string.Join(' ', outcome.Refusals.Select(refusals.Say)) : $"the act gave {outcome.Kind}");
    }

    /// <summary>Puts entities in as they are, where no act makes them.</summary>
    public Task Add(StudyAccess access, IEnumerable<object> entities) => Done(db.Write<Nothing>(access.Actor, null, () =>
    {
        db.AddRange(entities);
        return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
    }, cancellation));

    /// <summary>Makes the code that the next act gives the one that the files name: numbers have gaps there.</summary>
    public async Task NextIs(CodeSequences codes, string prefix, string code)
    {
        if (!int.TryParse(code.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw Fault($"{code} is no code");
        await codes.Reserve(StudyId, prefix, prefix + (number - 1).ToString("00", CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>A moment of a day of the files, in the morning.</summary>
    public static DateTime Moment(DateOnly day, int minutes = 0) => day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc).AddMinutes(minutes);
}

/// <summary>A clock that stands still at a moment of the past.</summary>
internal sealed class FixedTime(DateTime at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
}
