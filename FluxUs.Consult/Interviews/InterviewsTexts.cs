namespace FluxUs.Consult.Interviews;

/// <summary>Marks the texts of this room: InterviewsTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class InterviewsTexts;
