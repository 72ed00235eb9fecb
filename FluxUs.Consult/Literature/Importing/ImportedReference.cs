using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>One reference as a file gives it.</summary>
/// <param name="Number">Which entry of the file, counted from 1.</param>
/// <param name="CitationKey">As the file writes it; null when it has none or one that another entry has already.</param>
/// <param name="Line">Where the entry begins, counted from 1.</param>
/// <param name="Notes">What was dropped or repaired in this entry.</param>
public sealed record ImportedReference(int Number, CslItem Item, string? CitationKey, int Line, IReadOnlyList<ImportNote> Notes);

/// <summary>What a file of literature holds.</summary>
/// <param name="Notes">All notes, those of the references included, in the order of the file.</param>
public sealed record ImportedLiterature(FileKind Kind, IReadOnlyList<ImportedReference> References, IReadOnlyList<ImportNote> Notes);
