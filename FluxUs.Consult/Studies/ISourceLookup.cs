namespace FluxUs.Consult.Studies;

/// <summary>What a catalogue page says of a document that gives a figure.</summary>
/// <param name="Id">Of the reference in Literature.</param>
/// <param name="Code">As printed: D-07.</param>
/// <param name="CitationKey">Its key, by which imports name it.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Path">Its page below the study's address, without a slash at the start: <c>literature/chantiers2021bilan</c>.</param>
public sealed record Source(Guid Id, string Code, string CitationKey, string Title, string Path);

/// <summary>Studies asks Literature for the documents that figures come from.</summary>
public interface ISourceLookup
{
    /// <summary>All documents of the study by code, to choose from and to name.</summary>
    Task<IReadOnlyList<Source>> All(Guid studyId, CancellationToken cancellation);
}
