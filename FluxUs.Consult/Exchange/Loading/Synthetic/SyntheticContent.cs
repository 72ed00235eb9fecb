using System.Globalization;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Interviews.Transcripts;
using FluxUs.Consult.Literature.Importing;

namespace FluxUs.Consult.Exchange.Loading.Synthetic;

/// <summary>A text of the demonstration, read once for all copies.</summary>
internal sealed record SyntheticText(SourceKind Kind, string Text, IReadOnlyList<SegmentDraft> Segments);

/// <summary>What every copy is made of.</summary>
/// <param name="Texts">By interview code or citation key; what was not handed over has none.</param>
internal sealed record SyntheticContent(
    StudyFile Study, ExpertsFile Experts, InterviewsFile Interviews, IReadOnlyList<ImportedReference> References, IReadOnlyDictionary<string, SyntheticText> Texts,
    DocumentsFile Documents, EvidenceFile Evidence, FindingsFile Findings, RecommendationsFile Recommendations, FichesFile Fiches)
{
    /// <summary>How many numbers of each kind of code one copy takes.</summary>
    public IReadOnlyList<(string Prefix, int Each)> Numbers =>
    [
        ("P", Study.Offerings.Count), ("X", Experts.Experts.Count), ("E-", Interviews.Interviews.Count), ("D-", Documents.Documents.Count),
        ("Q-", Evidence.Quotes.Count), ("K-", Findings.Findings.Count), ("R-", Recommendations.Recommendations.Count),
    ];

    public static SyntheticContent Read(LoadingScene scene, DemonstrationFiles files, StudyFile study)
    {
        var interviews = files.Read<InterviewsFile>(InterviewLoading.FileName);
        var documents = files.Read<DocumentsFile>(LiteratureLoading.FileName);
        var texts = new Dictionary<string, SyntheticText>();
        foreach (var interview in interviews.Interviews)
        {
            scene.Begin(InterviewLoading.FileName, interview.Code);
            if (interview.Transcript is { } transcript) texts.Add(interview.Code, Transcript(scene, files, $"interviews/{transcript}"));
            else if (interview.Notes is { } notes) texts.Add(interview.Code, Plain(SourceKind.InterviewNotes, string.Join("\n\n", files.Read<Dictionary<string, string>>($"interviews/{notes}").Values.Select(note => note.Trim()))));
        }

        foreach (var note in documents.Notes) texts.Add(note.Reference, Plain(SourceKind.ReadingNote, note.Text.TrimEnd()));
        return new SyntheticContent(
            study, files.Read<ExpertsFile>(ExpertLoading.FileName), interviews,
            [.. LiteratureLoading.Libraries.SelectMany(library => ReadLibrary(scene, files, library))], texts, documents,
            files.Read<EvidenceFile>(EvidenceLoading.FileName), files.Read<FindingsFile>(FindingLoading.FileName),
            files.Read<RecommendationsFile>(RecommendationLoading.FileName), files.Read<FichesFile>(FicheLoading.FileName));
    }

    private static SyntheticText Transcript(LoadingScene scene, DemonstrationFiles files, string name)
    {
        var read = TranscriptReader.Read(files.Bytes(name), name);
        if (!read.IsRead) throw scene.Fault(read.Refusal.What(CultureInfo.CurrentUICulture));
        return new SyntheticText(SourceKind.Transcript, read.Value.Text, [.. read.Value.Segments.Select(segment =>
            new SegmentDraft(segment.Offset, segment.Length, segment.Speaker, null, segment.Start, segment.End, null, null, TranscriptTexts.Captions(segment)))]);
    }

    private static SyntheticText Plain(SourceKind kind, string text) => new(kind, text, StoredText.Paragraphs(text));

    private static IReadOnlyList<ImportedReference> ReadLibrary(LoadingScene scene, DemonstrationFiles files, string library)
    {
        var read = LiteratureReader.Read(files.Bytes(library), library);
        return read.IsRead ? read.Value.References : throw scene.Fault(read.Refusal.What(CultureInfo.CurrentUICulture));
    }
}
