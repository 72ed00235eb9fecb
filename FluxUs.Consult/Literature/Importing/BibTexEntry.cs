namespace FluxUs.Consult.Literature.Importing;

/// <summary>One entry of a BibTeX file: its type in lower case, its key, its fields still in LaTeX by lower-case name.</summary>
internal sealed record BibTexEntry(string Type, string? Key, int Line, IReadOnlyDictionary<string, string> Fields, bool IsFinished);
