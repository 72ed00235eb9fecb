using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Evidence;

public enum SourceKind { Transcript, InterviewNotes, ReadingNote, Document }

/// <summary>A text that can be tagged. It knows whose words it holds and for which offerings, both copied from the interview
/// or the reference, so that labels, small cells and gates need no detour.</summary>
public sealed class SourceText : IVersioned
{
    private readonly List<SourceVoice> _voices = [];
    private readonly List<SourceOffering> _offerings = [];
    private readonly List<SourceTextVersion> _versions = [];

    private SourceText() => (Code, Language) = ("", "");

    /// <param name="originId">The interview or the reference it comes from.</param>
    /// <param name="code">E-12 or D-07: the code of its origin.</param>
    public SourceText(Guid studyId, SourceKind kind, Guid originId, string code, string language) =>
        (Id, StudyId, Kind, OriginId, Code, Language) = (Guid.CreateVersion7(), studyId, kind, originId, code, language);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public SourceKind Kind { get; private set; }
    public Guid OriginId { get; private set; }
    public string Code { get; private set; }
    /// <summary>fr, nl or en.</summary>
    public string Language { get; private set; }
    /// <summary>The day of the interview, or null for a document.</summary>
    public DateOnly? Date { get; private set; }
    public int CurrentVersion { get; private set; }
    /// <summary>The last number given to one of its excerpts.</summary>
    public int LastExcerptNumber { get; private set; }
    public DateTime? FreeOfNamesAt { get; private set; }
    public Guid? FreeOfNamesBy { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<SourceVoice> Voices => _voices;
    public IReadOnlyList<SourceOffering> Offerings => _offerings;
    public IReadOnlyList<SourceTextVersion> Versions => _versions;

    public bool IsVoice => Kind is SourceKind.Transcript or SourceKind.InterviewNotes;
    public bool IsFreeOfNames => FreeOfNamesAt is not null;

    /// <summary>Adds a version of the text; the ones before stay, since excerpts stand on them. A new text has to be read
    /// for names again.</summary>
    /// <param name="text">LF only, no Unicode normalisation, as offsets count UTF-16 units in it.</param>
    /// <param name="isCorrection">Made by hand from the version before, not brought from where the text comes from.</param>
    public SourceTextVersion AddVersion(string text, IEnumerable<SegmentDraft> segments, Guid by, DateTime at, string reason, bool isCorrection = false)
    {
        CurrentVersion++;
        var version = new SourceTextVersion(Id, CurrentVersion, text, by, at, reason, isCorrection, segments);
        _versions.Add(version);
        (FreeOfNamesAt, FreeOfNamesBy) = (null, null);
        return version;
    }

    /// <summary>A researcher vouches that no name stands in the current version: it opens to editors, search and exports.</summary>
    public void MarkFreeOfNames(Guid by, DateTime at) => (FreeOfNamesBy, FreeOfNamesAt) = (by, at);

    /// <summary>The number of its next excerpt; one that was removed keeps its own.</summary>
    public int NumberExcerpt() => ++LastExcerptNumber;

    public void UnmarkFreeOfNames() => (FreeOfNamesBy, FreeOfNamesAt) = (null, null);

    /// <summary>Copies from the origin whose words these are, for which offerings and of which day.</summary>
    public void Follow(IEnumerable<Guid> expertIds, IEnumerable<Guid> offeringIds, DateOnly? date)
    {
        var experts = expertIds.Distinct().ToList();
        var offerings = offeringIds.Distinct().ToList();
        _voices.RemoveAll(voice => !experts.Contains(voice.ExpertId));
        _voices.AddRange(experts.Where(id => _voices.All(voice => voice.ExpertId != id)).Select(id => new SourceVoice(Id, id)));
        _offerings.RemoveAll(offering => !offerings.Contains(offering.OfferingId));
        _offerings.AddRange(offerings.Where(id => _offerings.All(offering => offering.OfferingId != id)).Select(id => new SourceOffering(Id, id)));
        Date = date;
    }
}

/// <param name="Times">The captions inside it, in the order of the text.</param>
public sealed record SegmentDraft(
    int Start, int Length, string? Speaker, Guid? ExpertId, TimeSpan? From, TimeSpan? To, int? Page, string? Question, IReadOnlyList<CaptionTime>? Times = null);

/// <summary>One state of a source text. It never changes.</summary>
public sealed class SourceTextVersion
{
    private readonly List<Segment> _segments = [];

    private SourceTextVersion() => (Text, Reason) = ("", "");

    internal SourceTextVersion(Guid sourceTextId, int number, string text, Guid by, DateTime at, string reason, bool isCorrection, IEnumerable<SegmentDraft> segments)
    {
        Id = Guid.CreateVersion7();
        SourceTextId = sourceTextId;
        Number = number;
        Text = text;
        MadeBy = by;
        MadeAt = at;
        Reason = reason;
        IsCorrection = isCorrection;
        _segments.AddRange(segments.Select((segment, order) => new Segment(Id, order, segment)));
    }

    public Guid Id { get; private set; }
    public Guid SourceTextId { get; private set; }
    public int Number { get; private set; }
    [ExpertWords] public string Text { get; private set; }
    public Guid MadeBy { get; private set; }
    public DateTime MadeAt { get; private set; }
    public string Reason { get; private set; }
    public bool IsCorrection { get; private set; }
    public IReadOnlyList<Segment> Segments => _segments;
}

/// <summary>A stretch of one version: who speaks, when in the recording, on which page, under which question of the guide.</summary>
public sealed class Segment : IUnaudited
{
    private Segment() { }

    internal Segment(Guid versionId, int order, SegmentDraft draft)
    {
        SourceTextVersionId = versionId;
        Order = order;
        (Start, Length, Speaker, ExpertId, From, To, Page, Question, var times) = draft;
        Captions = CaptionTimes.Write(times ?? []);
    }

    public Guid SourceTextVersionId { get; private set; }
    public int Order { get; private set; }
    /// <summary>UTF-16 units in the text of the version.</summary>
    public int Start { get; private set; }
    public int Length { get; private set; }
    /// <summary>As the file wrote it; shown to researchers only.</summary>
    public string? Speaker { get; private set; }
    /// <summary>The expert who speaks; null for an interviewer or an unknown voice.</summary>
    public Guid? ExpertId { get; private set; }
    public TimeSpan? From { get; private set; }
    public TimeSpan? To { get; private set; }
    public int? Page { get; private set; }
    public string? Question { get; private set; }
    /// <summary>The times inside it (<see cref="CaptionTimes"/>); null when it has none of its own.</summary>
    public string? Captions { get; private set; }

    /// <summary>Says whose words these are.</summary>
    public void SpokenBy(Guid? expertId) => ExpertId = expertId;
}

public sealed class SourceVoice
{
    private SourceVoice() { }

    internal SourceVoice(Guid sourceTextId, Guid expertId) => (SourceTextId, ExpertId) = (sourceTextId, expertId);

    public Guid SourceTextId { get; private set; }
    public Guid ExpertId { get; private set; }
}

public sealed class SourceOffering
{
    private SourceOffering() { }

    internal SourceOffering(Guid sourceTextId, Guid offeringId) => (SourceTextId, OfferingId) = (sourceTextId, offeringId);

    public Guid SourceTextId { get; private set; }
    public Guid OfferingId { get; private set; }
}

internal sealed class SourceTextConfiguration :
    IEntityTypeConfiguration<SourceText>, IEntityTypeConfiguration<SourceTextVersion>, IEntityTypeConfiguration<Segment>,
    IEntityTypeConfiguration<SourceVoice>, IEntityTypeConfiguration<SourceOffering>
{
    public void Configure(EntityTypeBuilder<SourceText> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(text => text.StudyId);
        builder.HasMany(text => text.Versions).WithOne().HasForeignKey(version => version.SourceTextId);
        builder.HasMany(text => text.Voices).WithOne().HasForeignKey(voice => voice.SourceTextId);
        builder.HasMany(text => text.Offerings).WithOne().HasForeignKey(offering => offering.SourceTextId);
        builder.HasIndex(text => new { text.StudyId, text.OriginId });
    }

    public void Configure(EntityTypeBuilder<SourceTextVersion> builder)
    {
        builder.HasMany(version => version.Segments).WithOne().HasForeignKey(segment => segment.SourceTextVersionId);
        builder.HasIndex(version => new { version.SourceTextId, version.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Segment> builder) => builder.HasKey(segment => new { segment.SourceTextVersionId, segment.Order });

    public void Configure(EntityTypeBuilder<SourceVoice> builder)
    {
        builder.HasKey(voice => new { voice.SourceTextId, voice.ExpertId });
        builder.HasOne<Expert>().WithMany().HasForeignKey(voice => voice.ExpertId);
    }

    public void Configure(EntityTypeBuilder<SourceOffering> builder)
    {
        builder.HasKey(offering => new { offering.SourceTextId, offering.OfferingId });
        builder.HasOne<Offering>().WithMany().HasForeignKey(offering => offering.OfferingId);
    }
}
