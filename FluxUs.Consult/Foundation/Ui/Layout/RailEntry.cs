namespace FluxUs.Consult.Foundation.Ui.Layout;

/// <summary>The groups of the rail, in the order of the work; a line separates them.</summary>
public enum RailGroup
{
    /// <summary>The study, its flows and offerings.</summary>
    Study,

    /// <summary>Experts, interviews, literature, coding.</summary>
    Evidence,

    /// <summary>Findings, priorities, recommendations, fiches.</summary>
    Conclusions,

    /// <summary>The committee and the study's settings.</summary>
    House,
}

/// <summary>
/// One line that a room adds to the rail of a study: <c>services.AddSingleton(new RailEntry(...))</c>.
/// </summary>
/// <param name="Group">Where it stands.</param>
/// <param name="Order">Its place within the group.</param>
/// <param name="Texts">The marker class of the room's texts.</param>
/// <param name="TextKey">The key of its text there.</param>
/// <param name="Address">Its address below the study's, without a slash at the start ("interviews"); empty for the study's home.</param>
public sealed record RailEntry(RailGroup Group, int Order, Type Texts, string TextKey, string Address)
{
    /// <summary>Who sees it; everyone in the study when nothing is said. What one's role may not open, one does not see.</summary>
    public Func<RailContext, bool>? Visible { get; init; }

    /// <summary>The number beside it, counted by one query; none when nothing is said or the answer is null.</summary>
    public Func<RailContext, CancellationToken, Task<int?>>? Count { get; init; }

    /// <summary>Further addresses below the study's whose pages the line leads to.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];
}

/// <summary>For whom and in which study the rail is drawn.</summary>
/// <param name="StudyId">The study.</param>
/// <param name="StudyAddress">The address of its home, such as <c>/studies/demo</c>.</param>
/// <param name="Roles">The names of the roles that this person has in it.</param>
/// <param name="Services">The services of the request, for counts.</param>
public sealed record RailContext(Guid StudyId, string StudyAddress, IReadOnlySet<string> Roles, IServiceProvider Services)
{
    public bool IsOneOf(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A line of the rail as it is drawn.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Count">The number beside it, if it has one.</param>
/// <param name="IsHome">Whether it is the study's home, which is current only on that very page.</param>
/// <param name="Below">Further addresses whose pages the line leads to.</param>
public sealed record RailLine(string Text, string Address, int? Count, bool IsHome, params IReadOnlyList<string> Below)
{
    /// <summary>Whether the page at this path is the line's own or lies below it.</summary>
    public bool IsCurrent(string path) =>
        Below.Prepend(Address).Any(address => path.TrimEnd('/').Equals(address, StringComparison.OrdinalIgnoreCase)
            || (!IsHome && path.StartsWith(address + "/", StringComparison.OrdinalIgnoreCase)));
}
