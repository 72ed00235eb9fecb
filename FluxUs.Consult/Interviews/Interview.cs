using FluxUs.Consult.Accounts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Interviews;

public enum InterviewStatus { Planned, Held, HandedOver, Cancelled }

/// <summary>One conversation: with whom, by whom, on which offerings, when, in which language, along which guide.</summary>
public sealed class Interview : IVersioned
{
    public const string CodePrefix = "E-";

    private readonly List<InterviewExpert> _experts = [];
    private readonly List<InterviewInterviewer> _interviewers = [];
    private readonly List<InterviewOffering> _offerings = [];
    private readonly List<string> _handedTags = [];

    private Interview() => (Code, Language) = ("", "");

    public Interview(Guid studyId, string code, DateOnly date, string language) =>
        (Id, StudyId, Code, Date, Language) = (Guid.CreateVersion7(), studyId, code, date, language);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    /// <summary>E-12.</summary>
    public string Code { get; private set; }
    public DateOnly Date { get; private set; }
    /// <summary>Where it is held, or that it is a call: often the house of the one who speaks.</summary>
    [ExpertWords] public string Place { get; private set; } = "";
    public string Language { get; private set; }
    /// <summary>The code of a guide in <c>templates/guides</c>, or empty.</summary>
    public string GuideCode { get; private set; } = "";
    public InterviewStatus Status { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<InterviewExpert> Experts => _experts;
    public IReadOnlyList<InterviewInterviewer> Interviewers => _interviewers;
    public IReadOnlyList<InterviewOffering> Offerings => _offerings;

    public void Schedule(DateOnly date, string place, string language, string guideCode) =>
        (Date, Place, Language, GuideCode) = (date, place.Trim(), language, guideCode);

    public void ForgetPlace() => Place = "";

    public void BringTogether(IEnumerable<Guid> expertIds, IEnumerable<Guid> interviewerIds, IEnumerable<Guid> offeringIds)
    {
        var (experts, interviewers, offerings) = (expertIds.Distinct().ToList(), interviewerIds.Distinct().ToList(), offeringIds.Distinct().ToList());
        _experts.RemoveAll(expert => !experts.Contains(expert.ExpertId));
        _experts.AddRange(experts.Where(id => _experts.All(expert => expert.ExpertId != id)).Select(id => new InterviewExpert(Id, id)));
        _interviewers.RemoveAll(interviewer => !interviewers.Contains(interviewer.AccountId));
        _interviewers.AddRange(interviewers.Where(id => _interviewers.All(one => one.AccountId != id)).Select(id => new InterviewInterviewer(Id, id)));
        _offerings.RemoveAll(offering => !offerings.Contains(offering.OfferingId));
        _offerings.AddRange(offerings.Where(id => _offerings.All(offering => offering.OfferingId != id)).Select(id => new InterviewOffering(Id, id)));
    }

    /// <summary>Something was noted or brought: it is being held, or was.</summary>
    public void Hold() => Status = Status == InterviewStatus.HandedOver ? Status : InterviewStatus.Held;

    /// <summary>Its notes or transcript became a source text.</summary>
    public void HandOver() => Status = InterviewStatus.HandedOver;

    /// <summary>Whether a tag that was thrown becomes an excerpt: each does so once, so that one that was removed does not come back.</summary>
    public bool TakesOver(string tag)
    {
        if (_handedTags.Contains(tag)) return false;
        _handedTags.Add(tag);
        return true;
    }

    public void Cancel() => Status = InterviewStatus.Cancelled;
}

public sealed class InterviewExpert
{
    private InterviewExpert() { }

    internal InterviewExpert(Guid interviewId, Guid expertId) => (InterviewId, ExpertId) = (interviewId, expertId);

    public Guid InterviewId { get; private set; }
    public Guid ExpertId { get; private set; }
}

public sealed class InterviewInterviewer
{
    private InterviewInterviewer() { }

    internal InterviewInterviewer(Guid interviewId, Guid accountId) => (InterviewId, AccountId) = (interviewId, accountId);

    public Guid InterviewId { get; private set; }
    public Guid AccountId { get; private set; }
}

public sealed class InterviewOffering
{
    private InterviewOffering() { }

    internal InterviewOffering(Guid interviewId, Guid offeringId) => (InterviewId, OfferingId) = (interviewId, offeringId);

    public Guid InterviewId { get; private set; }
    public Guid OfferingId { get; private set; }
}

/// <summary>What was noted under one question of the guide, kept as one types.</summary>
public sealed class InterviewNote
{
    private InterviewNote() => (Question, Text) = ("", new AutosavedText());

    /// <param name="question">The code of the question in the guide; "free" for what fits none.</param>
    public InterviewNote(Guid interviewId, string question) => (Id, InterviewId, Question, Text) = (Guid.CreateVersion7(), interviewId, question, new AutosavedText());

    public Guid Id { get; private set; }
    public Guid InterviewId { get; private set; }
    public string Question { get; private set; }
    public AutosavedText Text { get; private set; }
}

internal sealed class InterviewConfiguration :
    IEntityTypeConfiguration<Interview>, IEntityTypeConfiguration<InterviewExpert>, IEntityTypeConfiguration<InterviewInterviewer>,
    IEntityTypeConfiguration<InterviewOffering>, IEntityTypeConfiguration<InterviewNote>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(interview => interview.StudyId);
        builder.HasMany(interview => interview.Experts).WithOne().HasForeignKey(expert => expert.InterviewId);
        builder.HasMany(interview => interview.Interviewers).WithOne().HasForeignKey(interviewer => interviewer.InterviewId);
        builder.HasMany(interview => interview.Offerings).WithOne().HasForeignKey(offering => offering.InterviewId);
        builder.PrimitiveCollection<List<string>>("_handedTags").HasColumnName("HandedTags").HasDefaultValueSql("'[]'");
        builder.HasMany<InterviewNote>().WithOne().HasForeignKey(note => note.InterviewId);
        builder.HasIndex(interview => new { interview.StudyId, interview.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<InterviewExpert> builder)
    {
        builder.HasKey(expert => new { expert.InterviewId, expert.ExpertId });
        builder.HasOne<Expert>().WithMany().HasForeignKey(expert => expert.ExpertId);
    }

    public void Configure(EntityTypeBuilder<InterviewInterviewer> builder)
    {
        builder.HasKey(interviewer => new { interviewer.InterviewId, interviewer.AccountId });
        builder.HasOne<Account>().WithMany().HasForeignKey(interviewer => interviewer.AccountId);
    }

    public void Configure(EntityTypeBuilder<InterviewOffering> builder)
    {
        builder.HasKey(offering => new { offering.InterviewId, offering.OfferingId });
        builder.HasOne<Offering>().WithMany().HasForeignKey(offering => offering.OfferingId);
    }

    public void Configure(EntityTypeBuilder<InterviewNote> builder)
    {
        builder.ComplexProperty(note => note.Text);
        builder.HasIndex(note => new { note.InterviewId, note.Question }).IsUnique();
    }
}
