using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Ui.Marks;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Interviews;

/// <summary>How pages of this room name states, gaps and what was agreed.</summary>
internal static class InterviewWords
{
    public static T? Parse<T>(string? value) where T : struct, Enum => Enum.TryParse<T>(value, out var found) && Enum.IsDefined(found) ? found : null;

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
        var standing = voices.Select(voice => voice.Consent).Where(consent => consent != ConsentStanding.InForce).DefaultIfEmpty(ConsentStanding.InForce).Max();
        if (standing != ConsentStanding.InForce) yield return (texts[$"ConsentStanding.{standing}"], StateTone.Stop);
        if (standing == ConsentStanding.Withdrawn) yield break;
        var attribution = voices.Select(voice => voice.Attribution).DefaultIfEmpty(Attribution.Anonymous).Min();
        yield return (texts[$"Attribution.{attribution}"], attribution == Attribution.Named ? StateTone.Done : StateTone.Review);
        var mayRecord = voices.Count > 0 && voices.All(voice => voice.Recording);
        yield return (texts[mayRecord ? "MayRecord" : "MayNotRecord"], mayRecord ? StateTone.Done : StateTone.Stop);
        var mayTranscribe = voices.Count > 0 && voices.All(voice => voice.Transcript);
        yield return (texts[mayTranscribe ? "MayTranscribe" : "MayNotTranscribe"], mayTranscribe ? StateTone.Done : StateTone.Stop);
    }
}
