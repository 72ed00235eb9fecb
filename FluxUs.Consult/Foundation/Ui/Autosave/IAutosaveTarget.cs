using System.Security.Claims;

namespace FluxUs.Consult.Foundation.Ui.Autosave;

/// <summary>
/// A kind of long text that a room keeps as it is typed (interview notes, reading notes, memos, fiche prose). Registered scoped by the
/// room; <c>/autosave/{kind}/{id}</c> finds it by its kind. Authorization is its own: whoever may not see the text gets
/// <see cref="AutosaveAnswer.NotFound"/>.
/// </summary>
public interface IAutosaveTarget
{
    /// <summary>The kind in the address: lower-case letters and dashes, one for the whole program ("interview-notes").</summary>
    string Kind { get; }

    /// <summary>The text as it stands.</summary>
    /// <param name="id">The room's own id of the text; a composed one is separated by a dot.</param>
    Task<AutosaveAnswer> Load(string id, ClaimsPrincipal person, CancellationToken cancellation);

    /// <summary>
    /// Keeps the text if it was written on the newest revision; else answers with what stands there. The same operation sent again is
    /// answered as the first time and changes nothing. <see cref="Data.AutosavedText.Save"/> holds this rule.
    /// </summary>
    Task<AutosaveAnswer> Save(string id, AutosaveText text, ClaimsPrincipal person, CancellationToken cancellation);
}

/// <summary>What the browser sends.</summary>
/// <param name="Operation">One id for one attempt to save; the attempt may be sent several times.</param>
/// <param name="Revision">The revision on which the text was written.</param>
/// <param name="Text">The whole text, lines apart by LF.</param>
public sealed record AutosaveText(Guid Operation, int Revision, string Text);
