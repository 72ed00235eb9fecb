namespace FluxUs.Consult.Experts;

/// <summary>What becomes of something that holds an expert's words when the expert withdraws.</summary>
public enum WordsFate
{
    /// <summary>It is gone for good.</summary>
    Removed,
    /// <summary>It stays as published, marked until the manager withdraws it.</summary>
    Flagged,
    /// <summary>It stays, and leans on one thing less.</summary>
    Weakened,
}

/// <summary>One kind of thing that a withdrawal touches.</summary>
/// <param name="Texts">The marker class of the room's texts.</param>
/// <param name="TextKey">The key there of the kind's name in the plural: "excerpts".</param>
/// <param name="Fate">What a withdrawal does to it.</param>
/// <param name="Codes">What people see of each: E-12, Q-03, "P01 ed. 2". Never a name and never words.</param>
public sealed record HeldWords(Type Texts, string TextKey, WordsFate Fate, IReadOnlyList<string> Codes);

/// <summary>Experts asks every room what a withdrawal touches, and to do it. A room registers one implementation:
/// <c>services.AddScoped&lt;IHoldsExpertWords, InterviewWords&gt;()</c>.</summary>
public interface IHoldsExpertWords
{
    /// <summary>Rooms that lean on others go first (fiches before findings before excerpts before source texts): the higher, the earlier.</summary>
    int Floor { get; }

    /// <summary>What holds words of this expert; empty when nothing does.</summary>
    Task<IReadOnlyList<HeldWords>> Find(Guid studyId, Guid expertId, CancellationToken cancellation);

    /// <summary>Removes the words from all that is not published and flags the rest. It runs inside the withdrawal's
    /// transaction and leaves saving to it: when one room fails, nothing of the withdrawal is done.</summary>
    Task Remove(Guid studyId, Guid expertId, CancellationToken cancellation);

    /// <summary>Flags what stays as published though it printed more of the expert than is agreed to now. It runs inside the act
    /// by which less is agreed to.</summary>
    Task Flag(Guid studyId, Guid expertId, CancellationToken cancellation) => Task.CompletedTask;
}

internal static class ExpertWordsRooms
{
    /// <summary>Flags what was printed where the expert agrees to less now than before. Within the writing transaction of the act.</summary>
    public static async Task FlagIfLess(this IEnumerable<IHoldsExpertWords> rooms, Expert expert, ConsentStanding before, DateOnly today, CancellationToken cancellation)
    {
        if (!expert.StandingOn(today).AllowsLessThan(before)) return;
        foreach (var room in rooms) await room.Flag(expert.StudyId, expert.Id, cancellation);
    }
}
