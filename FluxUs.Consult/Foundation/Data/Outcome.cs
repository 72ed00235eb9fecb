using System.Diagnostics.CodeAnalysis;

namespace FluxUs.Consult.Foundation.Data;

public enum OutcomeKind
{
    Done,
    /// <summary>What was asked cannot be; the refusals say why and at which field.</summary>
    Refused,
    /// <summary>No such thing in this study, or not for this actor to know of.</summary>
    NotFound,
    /// <summary>The actor's role does not allow the act. Edges answer 404, as for what does not exist.</summary>
    Forbidden,
    /// <summary>Someone else changed the thing meanwhile; nothing was written.</summary>
    Changed,
}

/// <summary>One reason why an act was refused: a key in a room's texts, so that it can be said in three languages.</summary>
/// <param name="Texts">The marker class of the room's resource files.</param>
/// <param name="Field">The name of the form field concerned, or null for the whole.</param>
public sealed record Refusal(Type Texts, string Key, string? Field = null, params object[] Arguments);

/// <summary>Why an act or a query gave nothing. It converts to an <see cref="Outcome{T}"/> of any value.</summary>
public sealed record Outcome(OutcomeKind Kind, IReadOnlyList<Refusal> Refusals)
{
    public static readonly Outcome NotFound = new(OutcomeKind.NotFound, []);
    public static readonly Outcome Forbidden = new(OutcomeKind.Forbidden, []);
    public static readonly Outcome Changed = new(OutcomeKind.Changed, []);

    public static Outcome<T> Done<T>(T value) => new(OutcomeKind.Done, value, []);

    public static Outcome Refused(params IEnumerable<Refusal> refusals) => new(OutcomeKind.Refused, [.. refusals]);

    /// <summary>Refuses with a text of the room that <typeparamref name="TTexts"/> marks.</summary>
    public static Outcome Refused<TTexts>(string key, string? field = null, params object[] arguments) =>
        new(OutcomeKind.Refused, [new Refusal(typeof(TTexts), key, field, arguments)]);
}

/// <summary>What came of an act or a query: the value when done, else why not. Exceptions are for faults only.</summary>
public sealed record Outcome<T>(OutcomeKind Kind, T? Value, IReadOnlyList<Refusal> Refusals)
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Kind == OutcomeKind.Done;

    /// <summary>The failure without its value, to pass on.</summary>
    public Outcome Failure => new(Kind, Refusals);

    public static implicit operator Outcome<T>(T value) => new(OutcomeKind.Done, value, []);

    public static implicit operator Outcome<T>(Outcome failure) => new(failure.Kind, default, failure.Refusals);
}

/// <summary>For acts that give nothing back.</summary>
public sealed record Nothing
{
    public static readonly Nothing Value = new();
}
