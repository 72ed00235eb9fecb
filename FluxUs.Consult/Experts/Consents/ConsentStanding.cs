namespace FluxUs.Consult.Experts;

/// <summary>What an expert's consents allow on one day: the one rule, for whatever the words are used for.</summary>
/// <param name="Attribution">How the person may be named; null unless a consent is in force.</param>
/// <param name="Recording">Whether a conversation may be recorded.</param>
/// <param name="Transcript">Whether a transcript may be made and read.</param>
/// <param name="Reuse">Where the words may serve.</param>
/// <param name="ValidUntil">The last day on which it holds or held; null without an end, and once it is withdrawn.</param>
public sealed record ConsentStanding(
    ConsentState State, Attribution? Attribution = null, bool Recording = false, bool Transcript = false, ConsentReuse Reuse = ConsentReuse.ThisStudy, DateOnly? ValidUntil = null)
{
    public bool IsInForce => State == ConsentState.Given;

    /// <summary>Whether something printed while the other held may say more than is agreed to by this one.</summary>
    public bool AllowsLessThan(ConsentStanding other) => other.IsInForce && (!IsInForce || Attribution < other.Attribution);

    /// <summary>The last word counts; of several given on one day, the strictest of each. A withdrawal holds until a later consent; what was
    /// recorded by mistake does not count.</summary>
    public static ConsentStanding On(DateOnly day, IEnumerable<Consent> consents)
    {
        var given = consents.Where(consent => consent.CountsOn(day)).ToList();
        if (given.Count == 0) return new(ConsentState.None);
        var last = given.Where(consent => consent.GivenOn == given.Max(one => one.GivenOn)).ToList();
        var until = last.Min(consent => consent.ValidUntil);
        // Withdrawn weighs more than expired, and that more than given.
        var state = last.Max(consent => consent.StateOn(day));
        return state != ConsentState.Given
            ? new(state, ValidUntil: state == ConsentState.Withdrawn ? null : until)
            : new(state, last.Min(consent => consent.Attribution), last.TrueForAll(consent => consent.Recording), last.TrueForAll(consent => consent.Transcript),
                last.Min(consent => consent.Reuse), until);
    }
}
