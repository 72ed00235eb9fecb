using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Experts;

/// <summary>Who an expert is, opened.</summary>
public sealed record ExpertIdentity(string Name, string Organisation, string Function, string Email, string Phone);

/// <summary>Seals and opens the identities of experts: AES-256-GCM (NIST SP 800-38D) under a key of the expert's own, which
/// is wrapped by a key outside the database. Table, column and row are bound in, so a value moved elsewhere does not open.</summary>
public sealed class IdentitySeal(KeyRing keys)
{
    private const int NonceLength = 12, TagLength = 16;

    /// <summary>Seals an identity under the expert's key, which is made with the first one.</summary>
    public void Seal(Expert expert, ExpertIdentity identity)
    {
        if (expert.WrappedKey.Length == 0) expert.WrappedKey = Encrypt(keys.Key("expert-identities"), RandomNumberGenerator.GetBytes(32), KeyPlace(expert));
        var key = Unwrap(expert);
        expert.SealedName = Encrypt(key, Encoding.UTF8.GetBytes(identity.Name.Trim()), Place(expert, nameof(Expert.SealedName)));
        expert.SealedOrganisation = Encrypt(key, Encoding.UTF8.GetBytes(identity.Organisation.Trim()), Place(expert, nameof(Expert.SealedOrganisation)));
        expert.SealedFunction = Encrypt(key, Encoding.UTF8.GetBytes(identity.Function.Trim()), Place(expert, nameof(Expert.SealedFunction)));
        expert.SealedEmail = Encrypt(key, Encoding.UTF8.GetBytes(identity.Email.Trim()), Place(expert, nameof(Expert.SealedEmail)));
        expert.SealedPhone = Encrypt(key, Encoding.UTF8.GetBytes(identity.Phone.Trim()), Place(expert, nameof(Expert.SealedPhone)));
        expert.NameIndex = Index(expert.StudyId, identity.Name);
        expert.EmailIndex = Index(expert.StudyId, identity.Email);
    }

    public ExpertIdentity Open(Expert expert)
    {
        var key = Unwrap(expert);
        string Text(byte[] content, string column) => content.Length == 0 ? "" : Encoding.UTF8.GetString(Decrypt(key, content, Place(expert, column)));
        return new ExpertIdentity(
            Text(expert.SealedName, nameof(Expert.SealedName)),
            Text(expert.SealedOrganisation, nameof(Expert.SealedOrganisation)),
            Text(expert.SealedFunction, nameof(Expert.SealedFunction)),
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

    private byte[] Unwrap(Expert expert) => Decrypt(keys.Key("expert-identities"), expert.WrappedKey, KeyPlace(expert));

    private static string KeyPlace(Expert expert) => Place(expert, nameof(Expert.WrappedKey));

    private static string Place(Expert expert, string column) => $"Expert|{column}|{expert.Id}";

    private static byte[] Encrypt(byte[] key, byte[] content, string place)
    {
        var result = new byte[NonceLength + content.Length + TagLength];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(result.AsSpan(0, NonceLength), content, result.AsSpan(NonceLength, content.Length), result.AsSpan(NonceLength + content.Length), Encoding.UTF8.GetBytes(place));
        return result;
    }

    private static byte[] Decrypt(byte[] key, byte[] content, string place)
    {
        var result = new byte[content.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(content.AsSpan(0, NonceLength), content.AsSpan(NonceLength, result.Length), content.AsSpan(NonceLength + result.Length), result, Encoding.UTF8.GetBytes(place));
        return result;
    }
}
