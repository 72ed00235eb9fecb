using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Evidence;

/// <summary>Who will read: the research team, the steering committee, or everyone.</summary>
public enum Audience { Team, Committee, Public }

public enum QuoteForm { Whole, Shortened, Translated }

public enum ApprovalState { NotAsked, Asked, Approved, Edited, ParaphraseOnly, Refused }

/// <summary>An excerpt as it would be printed, with its expert's word on it for each audience. A fiche prints quotes, never
/// excerpts.</summary>
public sealed class Quote : IVersioned
{
    private readonly List<QuoteApproval> _approvals = [];

    private Quote() => (Code, Text, Language) = ("", "", "");

    public Quote(Guid studyId, string code, Guid excerptId, string text, string language, QuoteForm form) =>
        (Id, StudyId, Code, ExcerptId, Text, Language, Form) = (Guid.CreateVersion7(), studyId, code, excerptId, text.Trim(), language, form);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    /// <summary>Q-12.</summary>
    public string Code { get; private set; }
    public Guid ExcerptId { get; private set; }
    [ExpertWords, Longest(LongestAttribute.Paragraph)] public string Text { get; private set; }
    /// <summary>Of <see cref="Text"/>: fr, nl or en; the original is in the language of the source text.</summary>
    public string Language { get; private set; }
    public QuoteForm Form { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<QuoteApproval> Approvals => _approvals;

    /// <summary>Another text is another question: what its expert said of the old one no longer holds.</summary>
    public void Reword(string text, string language, QuoteForm form)
    {
        if (text.Trim() == Text && language == Language) { Form = form; return; }
        (Text, Language, Form) = (text.Trim(), language, form);
        _approvals.Clear();
    }

    /// <summary>Records the expert's word for one audience.</summary>
    /// <param name="editedText">The text as its expert wants it, with <see cref="ApprovalState.Edited"/>.</param>
    public void Record(Audience audience, ApprovalState state, string? editedText, Guid by, DateOnly on)
    {
        var approval = _approvals.Find(approval => approval.Audience == audience);
        if (approval is null) _approvals.Add(approval = new QuoteApproval(Id, audience));
        approval.Say(state, by, on);
        if (state != ApprovalState.Edited || editedText?.Trim() is not { Length: > 0 } edited || edited == Text) return;
        Text = edited;
        // Whoever released the words before for other readers has not released these.
        _approvals.RemoveAll(other => other.Audience != audience && other.State is ApprovalState.Approved or ApprovalState.Edited);
    }

    /// <summary>The expert's word for an audience; approval for a wider one covers the narrower.</summary>
    public ApprovalState StateFor(Audience audience)
    {
        var wider = _approvals.Where(approval => approval.Audience >= audience).OrderBy(approval => approval.Audience).ToList();
        var own = wider.Find(approval => approval.Audience == audience);
        if (own is { State: ApprovalState.Refused or ApprovalState.ParaphraseOnly }) return own.State;
        var given = wider.Find(approval => approval.State is ApprovalState.Approved or ApprovalState.Edited);
        return given?.State ?? own?.State ?? ApprovalState.NotAsked;
    }

    /// <summary>Its expert was asked for some readers and has not answered: the one rule of what is to be recalled.</summary>
    public bool AwaitsAnswer => _approvals.Exists(approval => StateFor(approval.Audience) == ApprovalState.Asked);

    public bool IsReleasedFor(Audience audience) => StateFor(audience) is ApprovalState.Approved or ApprovalState.Edited;
}

public sealed class QuoteApproval
{
    private QuoteApproval() { }

    internal QuoteApproval(Guid quoteId, Audience audience) => (QuoteId, Audience) = (quoteId, audience);

    public Guid QuoteId { get; private set; }
    public Audience Audience { get; private set; }
    public ApprovalState State { get; private set; }
    public Guid RecordedBy { get; private set; }
    public DateOnly On { get; private set; }

    internal void Say(ApprovalState state, Guid by, DateOnly on) => (State, RecordedBy, On) = (state, by, on);
}

internal sealed class QuoteConfiguration : IEntityTypeConfiguration<Quote>, IEntityTypeConfiguration<QuoteApproval>
{
    public void Configure(EntityTypeBuilder<Quote> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(quote => quote.StudyId);
        builder.HasOne<Excerpt>().WithMany().HasForeignKey(quote => quote.ExcerptId);
        builder.HasMany(quote => quote.Approvals).WithOne().HasForeignKey(approval => approval.QuoteId);
        builder.HasIndex(quote => new { quote.StudyId, quote.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<QuoteApproval> builder) => builder.HasKey(approval => new { approval.QuoteId, approval.Audience });
}
