namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>A paragraph or a table of a word processor's document, as text with LF for line breaks.</summary>
internal abstract record DocumentBlock;

internal sealed record DocumentParagraph(string Text) : DocumentBlock;

/// <param name="Rows">Row by row, cell by cell; the paragraphs of a cell are separated by LF.</param>
internal sealed record DocumentTable(IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentBlock;
