using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Interviews;

/// <summary>Ordered questions in sections, in three languages, as a file of <c>templates/guides</c> gives them.</summary>
/// <param name="Code">How interviews refer to it; the name of its file.</param>
/// <param name="RoleClasses">Codes of the classes of role that it is proposed for.</param>
public sealed record InterviewGuide(
    string Code, string Version, LocalText Name, int DurationMinutes, IReadOnlyList<string> RoleClasses, IReadOnlyList<GuideSection> Sections)
{
    public IEnumerable<GuideQuestion> Questions => Sections.SelectMany(section => section.Questions);
}

/// <param name="Title">The words shown beside the number of a question.</param>
public sealed record GuideSection(string Key, LocalText Title, IReadOnlyList<GuideQuestion> Questions);

/// <param name="Code">Unique in the guide; notes are kept under it.</param>
/// <param name="Prompts">What the interviewer may ask on; may be empty.</param>
public sealed record GuideQuestion(string Code, LocalText Text, LocalText Prompts);

/// <summary>What is wrong with the file of a guide, and where.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Key">A key of <see cref="InterviewsTexts"/>; its arguments are file, line, then <paramref name="Arguments"/>.</param>
public sealed record GuideProblem(string FileName, long Line, string Key, params string[] Arguments);
