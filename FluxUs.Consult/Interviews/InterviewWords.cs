using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Ui.Marks;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Interviews;

/// <summary>How pages of this room name states, gaps and what was agreed.</summary>
internal static class InterviewWords
{
    public static StateTone Tone(InterviewStatus status) => status switch
    {
        InterviewStatus.Held => StateTone.Review,
        InterviewStatus.HandedOver => StateTone.Done,
        InterviewStatus.Cancelled => StateTone.Stop,
        _ => StateTone.Draft,
    };

    /// <summary>What the strictest consent of an interview allows, in words with their colour, the most pressing first.</summary>
    public static IEnumerable<(string Text, StateTone Tone)> Agreed(IStringLocalizer<InterviewsTexts> texts, IReadOnlyCollection<InterviewVoice> voices)
    {
        var standing = voices.Select(voice => voice.Consent).Where(consent => consent != ConsentState.Given).DefaultIfEmpty(ConsentState.Given).Max();
        if (standing != ConsentState.Given) yield return (texts[$"ConsentState.{standing}"], StateTone.Stop);
        if (standing == ConsentState.Withdrawn) yield break;
        var attribution = voices.Select(voice => voice.Attribution).DefaultIfEmpty(Attribution.Anonymous).Min();
        yield return (texts[$"Attribution.{attribution}"], attribution == Attribution.Named ? StateTone.Done : StateTone.Review);
        var mayRecord = voices.Count > 0 && voices.All(voice => voice.Recording);
        yield return (texts[mayRecord ? "MayRecord" : "MayNotRecord"], mayRecord ? StateTone.Done : StateTone.Stop);
        var mayTranscribe = voices.Count > 0 && voices.All(voice => voice.Transcript);
        yield return (texts[mayTranscribe ? "MayTranscribe" : "MayNotTranscribe"], mayTranscribe ? StateTone.Done : StateTone.Stop);
    }
}
