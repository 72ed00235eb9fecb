using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Experts;

/// <summary>Who an expert is, opened.</summary>
public sealed record ExpertIdentity(string Name, string Organisation, LocalText Function, string Email, string Phone);

/// <summary>Seals and opens the identities of experts under a key of the expert's own, which is wrapped by a key outside the
/// database.</summary>
public sealed class IdentitySeal(KeyRing keys)
{
    /// <summary>Unit separator (ISO/IEC 6429).</summary>
    private const char Separator = '\u001F';

    /// <summary>Seals an identity under the expert's key, which is made with the first one.</summary>
    public void Seal(Expert expert, ExpertIdentity identity)
    {
        if (expert.WrappedKey.Length == 0) expert.WrappedKey = SealedBytes.Seal(keys.Key("expert-identities"), RandomNumberGenerator.GetBytes(32), KeyPlace(expert));
        var key = Unwrap(expert);
        expert.SealedName = SealedBytes.Seal(key, Encoding.UTF8.GetBytes(identity.Name.Trim()), Place(expert, nameof(Expert.SealedName)));
        expert.SealedOrganisation = SealedBytes.Seal(key, Encoding.UTF8.GetBytes(identity.Organisation.Trim()), Place(expert, nameof(Expert.SealedOrganisation)));
        expert.SealedFunction = SealedBytes.Seal(key, Encoding.UTF8.GetBytes(Together(identity.Function)), Place(expert, nameof(Expert.SealedFunction)));
        expert.SealedEmail = SealedBytes.Seal(key, Encoding.UTF8.GetBytes(identity.Email.Trim()), Place(expert, nameof(Expert.SealedEmail)));
        expert.SealedPhone = SealedBytes.Seal(key, Encoding.UTF8.GetBytes(identity.Phone.Trim()), Place(expert, nameof(Expert.SealedPhone)));
        expert.NameIndex = Index(expert.StudyId, identity.Name);
        expert.EmailIndex = Index(expert.StudyId, identity.Email);
    }

    public ExpertIdentity Open(Expert expert)
    {
        var key = Unwrap(expert);
        string Text(byte[] content, string column) => content.Length == 0 ? "" : Encoding.UTF8.GetString(SealedBytes.Open(key, content, Place(expert, column)));
        return new ExpertIdentity(
            Text(expert.SealedName, nameof(Expert.SealedName)),
            Text(expert.SealedOrganisation, nameof(Expert.SealedOrganisation)),
            Apart(Text(expert.SealedFunction, nameof(Expert.SealedFunction))),
            Text(expert.SealedEmail, nameof(Expert.SealedEmail)),
            Text(expert.SealedPhone, nameof(Expert.SealedPhone)));
    }

    /// <summary>The blind index of a name or address in one study: case, accents and spacing do not matter.</summary>
    public string Index(Guid studyId, string text)
    {
        var folded = new string([.. text.Trim().Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && !char.IsWhiteSpace(letter))]).ToUpperInvariant();
        return folded.Length == 0 ? "" : keys.Mark($"expert-index|{studyId}", folded);
    }

    // The three languages are one sealed text. What was sealed when there was one language holds no separator, and is the French.
    private static string Together(LocalText text) =>
        text.Dutch.Length + text.English.Length == 0 ? Plain(text.French) : string.Join(Separator, Plain(text.French), Plain(text.Dutch), Plain(text.English));

    private static LocalText Apart(string text) => text.Split(Separator) is var parts && parts.Length == 3 ? new LocalText(parts[0], parts[1], parts[2]) : new LocalText(text);

    private static string Plain(string text) => text.Replace(Separator, ' ');

    private byte[] Unwrap(Expert expert) => SealedBytes.Open(keys.Key("expert-identities"), expert.WrappedKey, KeyPlace(expert));

    private static string KeyPlace(Expert expert) => Place(expert, nameof(Expert.WrappedKey));

    private static string Place(Expert expert, string column) => $"Expert|{column}|{expert.Id}";
}
