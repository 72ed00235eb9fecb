using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Fiches;

public enum FicheState { Draft, InReview, Approved, Published }

/// <summary>The document of one offering in one language: the editor's prose here, everything else from the study's data when
/// it is composed.</summary>
public sealed class Fiche : IVersioned
{
    private readonly List<FicheSection> _sections = [];
    private readonly List<KeyMessage> _messages = [];
    private readonly List<FicheQuote> _quotes = [];

    private Fiche() => (Language, Template) = ("", "");

    public Fiche(Guid studyId, Guid offeringId, string language, string template) =>
        (Id, StudyId, OfferingId, Language, Template) = (Guid.CreateVersion7(), studyId, offeringId, language, template);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public Guid OfferingId { get; private set; }
    /// <summary>fr, nl or en.</summary>
    public string Language { get; private set; }
    /// <summary>The file in <c>templates/fiches</c>, without its ending.</summary>
    public string Template { get; private set; }
    /// <summary>The fiche of the same offering that this one translates; null for one written for itself.</summary>
    public Guid? SourceFicheId { get; private set; }
    public FicheState State { get; private set; }
    /// <summary>For whom its editions are meant; labels and quotes are computed for them.</summary>
    public Audience Audience { get; private set; } = Audience.Committee;
    /// <summary>When it went to review last.</summary>
    public DateTime? InReviewSince { get; private set; }
    /// <summary>SHA-256 of what went to review, without its head: what was approved is what is published.</summary>
    public string ReviewedContent { get; private set; } = "";
    /// <summary>When names of experts were last looked for, and whether one was found.</summary>
    public DateTime? NamesCheckedAt { get; private set; }
    public bool NamesFound { get; private set; }
    /// <summary>Counts the times it went to review: comments and approvals belong to one round.</summary>
    public int Round { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<FicheSection> Sections => _sections;
    public IReadOnlyList<KeyMessage> Messages => _messages;
    public IReadOnlyList<FicheQuote> Quotes => _quotes;

    public bool IsOpenToCommittee => State != FicheState.Draft;

    /// <summary>Prose changes only while nobody reviews it.</summary>
    public bool IsOpenToWriting => State == FicheState.Draft;

    /// <summary>The prose of a section, made empty at first use.</summary>
    public FicheSection Section(string key)
    {
        var section = _sections.Find(section => section.Key == key);
        if (section is null) _sections.Add(section = new FicheSection(Id, key));
        return section;
    }

    public KeyMessage AddMessage()
    {
        var message = new KeyMessage(Id, _messages.Count == 0 ? 1 : _messages.Max(message => message.Order) + 1);
        _messages.Add(message);
        return message;
    }

    public void RemoveMessage(Guid messageId) => _messages.RemoveAll(message => message.Id == messageId);

    public void MoveMessage(Guid messageId, int by)
    {
        var ordered = _messages.OrderBy(message => message.Order).ToList();
        var from = ordered.FindIndex(message => message.Id == messageId);
        var to = from + by;
        if (from < 0 || to < 0 || to >= ordered.Count) return;
        (ordered[from].Order, ordered[to].Order) = (ordered[to].Order, ordered[from].Order);
    }

    public void Choose(IEnumerable<Guid> quoteIds)
    {
        var wanted = quoteIds.Distinct().ToList();
        _quotes.RemoveAll(quote => !wanted.Contains(quote.QuoteId));
        for (var order = 0; order < wanted.Count; order++)
        {
            var present = _quotes.Find(quote => quote.QuoteId == wanted[order]);
            if (present is null) _quotes.Add(new FicheQuote(Id, wanted[order], order));
            else present.Order = order;
        }
    }

    public void Translates(Guid? sourceFicheId) => SourceFicheId = sourceFicheId;

    public void MeantFor(Audience audience) => Audience = audience;

    public void CheckedForNames(bool found, DateTime at) => (NamesFound, NamesCheckedAt) = (found, at);

    /// <param name="content">The hash of what goes to review.</param>
    public void SendToReview(string content, DateTime at)
    {
        State = FicheState.InReview;
        ReviewedContent = content;
        InReviewSince = at;
        Round++;
    }

    public void TakeBack() => State = State is FicheState.InReview or FicheState.Approved ? FicheState.Draft : State;

    /// <summary>The committee's word on this round: approved while at least one approves and nobody objects, those with an interest aside.</summary>
    public void Hear(IEnumerable<FicheApproval> words)
    {
        var counted = words.Where(word => word.Counts).ToList();
        if (State is FicheState.InReview or FicheState.Approved)
            State = counted.Count > 0 && counted.TrueForAll(word => word.Approves) ? FicheState.Approved : FicheState.InReview;
    }

    public void Publish() => State = FicheState.Published;

    /// <summary>Opens a published fiche again for its next edition; the published one stays as it is.</summary>
    public void Reopen() => State = State == FicheState.Published ? FicheState.Draft : State;
}

/// <summary>The prose of one section, kept as one types.</summary>
public sealed class FicheSection
{
    private FicheSection() => (Key, Text) = ("", new AutosavedText());

    internal FicheSection(Guid ficheId, string key) => (Id, FicheId, Key, Text) = (Guid.CreateVersion7(), ficheId, key, new AutosavedText());

    public Guid Id { get; private set; }
    public Guid FicheId { get; private set; }
    /// <summary>The section's key in the template: "implementation".</summary>
    public string Key { get; private set; }
    public AutosavedText Text { get; private set; }
    /// <summary>In a translation: the source's text that this one was last said to follow; empty until then.</summary>
    public string TranslatedFrom { get; private set; } = "";

    public void Follow(string source) => TranslatedFrom = source;
}

/// <summary>One of the three to five messages of page 1, bound to the findings that carry it.</summary>
public sealed class KeyMessage
{
    private readonly List<KeyMessageFinding> _findings = [];

    private KeyMessage() => Text = new AutosavedText();

    internal KeyMessage(Guid ficheId, int order) => (Id, FicheId, Order, Text) = (Guid.CreateVersion7(), ficheId, order, new AutosavedText());

    public Guid Id { get; private set; }
    public Guid FicheId { get; private set; }
    public int Order { get; internal set; }
    public AutosavedText Text { get; private set; }
    /// <summary>In a translation: the message that this one translates.</summary>
    public Guid? SourceMessageId { get; private set; }
    /// <summary>In a translation: the source's text that this one was last said to follow; empty until then.</summary>
    public string TranslatedFrom { get; private set; } = "";
    public IReadOnlyList<KeyMessageFinding> Findings => _findings;

    public void Translates(Guid sourceMessageId) => SourceMessageId = sourceMessageId;

    public void Follow(string source) => TranslatedFrom = source;

    public void RestOn(IEnumerable<Guid> findingIds)
    {
        var wanted = findingIds.Distinct().ToList();
        _findings.RemoveAll(finding => !wanted.Contains(finding.FindingId));
        _findings.AddRange(wanted.Where(id => _findings.All(finding => finding.FindingId != id)).Select(id => new KeyMessageFinding(Id, id)));
    }
}

public sealed class KeyMessageFinding
{
    private KeyMessageFinding() { }

    internal KeyMessageFinding(Guid messageId, Guid findingId) => (KeyMessageId, FindingId) = (messageId, findingId);

    public Guid KeyMessageId { get; private set; }
    public Guid FindingId { get; private set; }
}

public sealed class FicheQuote
{
    private FicheQuote() { }

    internal FicheQuote(Guid ficheId, Guid quoteId, int order) => (FicheId, QuoteId, Order) = (ficheId, quoteId, order);

    public Guid FicheId { get; private set; }
    public Guid QuoteId { get; private set; }
    public int Order { get; internal set; }
}

/// <summary>What a member of the study says of a fiche under review, of one section or of the whole.</summary>
public sealed class FicheComment
{
    private FicheComment() => (SectionKey, Text, Answer) = ("", "", "");

    public FicheComment(Guid ficheId, int round, string sectionKey, string text, Guid by, DateTime at) : this() =>
        (Id, FicheId, Round, SectionKey, Text, WrittenBy, WrittenAt) = (Guid.CreateVersion7(), ficheId, round, sectionKey, text.Trim(), by, at);

    public Guid Id { get; private set; }
    public Guid FicheId { get; private set; }
    public int Round { get; private set; }
    /// <summary>Empty for the whole fiche.</summary>
    public string SectionKey { get; private set; }
    public string Text { get; private set; }
    public Guid WrittenBy { get; private set; }
    public DateTime WrittenAt { get; private set; }
    public DateTime? ResolvedAt { get; private set; }
    public Guid? ResolvedBy { get; private set; }
    /// <summary>What the team answers when it has dealt with it; may be empty.</summary>
    public string Answer { get; private set; }

    public void Resolve(Guid by, DateTime at, string answer) => (ResolvedBy, ResolvedAt, Answer) = (by, at, answer.Trim());
}

/// <summary>What a member of the committee thinks of a fiche, from the best on.</summary>
public enum Opinion { WithoutReserve, WithReserve, Against }

/// <summary>A committee member's word on one round of review.</summary>
public sealed class FicheApproval
{
    private FicheApproval() => Reason = "";

    public FicheApproval(Guid ficheId, int round, Guid by, Opinion opinion, string reason, DateTime at, string interest = "") : this()
    {
        (FicheId, Round, AccountId) = (ficheId, round, by);
        Change(opinion, reason, at, interest);
    }

    public Guid FicheId { get; private set; }
    public int Round { get; private set; }
    public Guid AccountId { get; private set; }
    public bool Approves { get; private set; }
    /// <summary>Approves, but with a reserve that its reason says.</summary>
    public bool HasReserve { get; private set; }
    [ExpertWords, Longest(LongestAttribute.Paragraph)] public string Reason { get; private set; }
    /// <summary>The interest in the matter that the member declares; then the word is on record and does not count.</summary>
    [Longest(LongestAttribute.Paragraph)] public string Interest { get; private set; } = "";
    public DateTime At { get; private set; }

    public Opinion Opinion => !Approves ? Opinion.Against : HasReserve ? Opinion.WithReserve : Opinion.WithoutReserve;

    public bool Counts => Interest.Length == 0;

    /// <summary>The interest was declared by mistake.</summary>
    public void CountAgain() => Interest = "";

    public void Change(Opinion opinion, string reason, DateTime at, string interest) =>
        (Approves, HasReserve, Reason, At, Interest) = (opinion != Opinion.Against, opinion == Opinion.WithReserve, reason.Trim(), at, interest.Trim());
}

internal sealed class FicheConfiguration :
    IEntityTypeConfiguration<Fiche>, IEntityTypeConfiguration<FicheSection>, IEntityTypeConfiguration<KeyMessage>, IEntityTypeConfiguration<KeyMessageFinding>,
    IEntityTypeConfiguration<FicheQuote>, IEntityTypeConfiguration<FicheComment>, IEntityTypeConfiguration<FicheApproval>
{
    public void Configure(EntityTypeBuilder<Fiche> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(fiche => fiche.StudyId);
        builder.HasOne<Offering>().WithMany().HasForeignKey(fiche => fiche.OfferingId);
        builder.HasMany(fiche => fiche.Sections).WithOne().HasForeignKey(section => section.FicheId);
        builder.HasMany(fiche => fiche.Messages).WithOne().HasForeignKey(message => message.FicheId);
        builder.HasMany(fiche => fiche.Quotes).WithOne().HasForeignKey(quote => quote.FicheId);
        builder.HasMany<FicheComment>().WithOne().HasForeignKey(comment => comment.FicheId);
        builder.HasMany<FicheApproval>().WithOne().HasForeignKey(approval => approval.FicheId);
        builder.HasIndex(fiche => new { fiche.OfferingId, fiche.Language }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FicheSection> builder)
    {
        builder.ComplexProperty(section => section.Text);
        builder.HasIndex(section => new { section.FicheId, section.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<KeyMessage> builder)
    {
        builder.ComplexProperty(message => message.Text);
        builder.HasMany(message => message.Findings).WithOne().HasForeignKey(finding => finding.KeyMessageId);
    }

    public void Configure(EntityTypeBuilder<KeyMessageFinding> builder)
    {
        builder.HasKey(finding => new { finding.KeyMessageId, finding.FindingId });
        builder.HasOne<Finding>().WithMany().HasForeignKey(finding => finding.FindingId);
    }

    public void Configure(EntityTypeBuilder<FicheQuote> builder)
    {
        builder.HasKey(quote => new { quote.FicheId, quote.QuoteId });
        builder.HasOne<Quote>().WithMany().HasForeignKey(quote => quote.QuoteId);
    }

    public void Configure(EntityTypeBuilder<FicheComment> builder) => builder.HasOne<Account>().WithMany().HasForeignKey(comment => comment.WrittenBy);

    public void Configure(EntityTypeBuilder<FicheApproval> builder)
    {
        builder.Ignore(approval => approval.Opinion).Ignore(approval => approval.Counts);
        builder.HasKey(approval => new { approval.FicheId, approval.Round, approval.AccountId });
        builder.HasOne<Account>().WithMany().HasForeignKey(approval => approval.AccountId);
    }
}
