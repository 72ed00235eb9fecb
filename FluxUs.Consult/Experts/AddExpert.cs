using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>What the team knows of an expert without opening the identity.</summary>
/// <param name="Languages">Two-letter codes, in order of preference.</param>
/// <param name="Field">As an anonymous label may say it: "filière construction".</param>
public sealed record ExpertContents(Guid RoleClassId, IReadOnlyList<string> Languages, LocalText Field);

/// <param name="IsAnother">The person said that this is not the expert of the same name or address who is on record.</param>
public sealed record AddExpertRequest(Guid Operation, ExpertIdentity Identity, ExpertContents Contents, bool IsAnother);

/// <summary>Adds a person consulted. The identity is sealed before it is written; a name or address that is on record already is
/// asked about first.</summary>
public sealed class AddExpert(ConsultDbContext db, CodeSequences codes, IdentitySeal seal)
{
    /// <returns>The code: X07.</returns>
    public async Task<Outcome<string>> Handle(StudyAccess access, AddExpertRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        if (ExpertRules.Refuse(request.Identity, request.Contents) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<string>(access.Actor, request.Operation, async () =>
        {
            if (!await ExpertRules.RoleClassStandsInStudy(db, access, request.Contents.RoleClassId, cancellation)) return Outcome.NotFound;
            if (!request.IsAnother && await ExpertRules.Same(db, seal, access.StudyId, request.Identity, null, cancellation) is { Count: > 0 } same)
                return Outcome.Refused<ExpertsTexts>("ExpertOnRecord", nameof(request.Identity.Name), string.Join(", ", same));
            var expert = new Expert(access.StudyId, await codes.Next(access.StudyId, "X", cancellation), request.Contents.RoleClassId);
            expert.Describe(request.Contents.RoleClassId, request.Contents.Languages, request.Contents.Field);
            seal.Seal(expert, request.Identity);
            db.Add(expert);
            return expert.Code;
        }, cancellation);
    }
}

internal static class ExpertRules
{
    // An address is no longer by RFC 5321, 4.5.3.1.3; a number with its extension and who answers it.
    private const int LongestEmail = 254, LongestPhone = 100;

    public static List<Refusal> Refuse(ExpertIdentity? identity, ExpertContents? contents)
    {
        var refusals = new List<Refusal>();
        void Add(string key, string field) => refusals.Add(new Refusal(typeof(ExpertsTexts), key, field));
        // What is sealed cannot be measured when it is written.
        void Limit(string text, int most, string field)
        {
            if (text.Length > most) refusals.Add(new Refusal(typeof(DataTexts), "TextTooLong", field, most));
        }

        if (identity is not null)
        {
            if (string.IsNullOrWhiteSpace(identity.Name)) Add("ExpertNeedsName", nameof(identity.Name));
            Limit(identity.Name, LongestAttribute.Line, nameof(identity.Name));
            Limit(identity.Organisation, LongestAttribute.Line, nameof(identity.Organisation));
            Limit(Foundation.Ui.Languages.All.Select(language => identity.Function.Own(language.Code)).MaxBy(text => text.Length)!, LongestAttribute.Line, nameof(identity.Function));
            Limit(identity.Email, LongestEmail, nameof(identity.Email));
            Limit(identity.Phone, LongestPhone, nameof(identity.Phone));
            if (identity.Email.Trim().Length > 0 && !System.Net.Mail.MailAddress.TryCreate(identity.Email.Trim(), out _)) Add("EmailUnreadable", nameof(identity.Email));
        }

        if (contents is not null)
        {
            if (contents.RoleClassId == Guid.Empty) Add("ExpertNeedsRoleClass", nameof(contents.RoleClassId));
            if (contents.Languages.Count == 0) Add("ExpertNeedsLanguage", nameof(contents.Languages));
        }

        return refusals;
    }

    public static Task<bool> RoleClassStandsInStudy(ConsultDbContext db, StudyAccess access, Guid roleClassId, CancellationToken cancellation) =>
        db.Set<RoleClass>().AnyAsync(roleClass => roleClass.StudyId == access.StudyId && roleClass.Id == roleClassId, cancellation);

    /// <summary>Experts of the study with this name or address, found by their blind indexes; nothing is opened.</summary>
    /// <returns>Their codes.</returns>
    public static Task<List<string>> Same(ConsultDbContext db, IdentitySeal seal, Guid studyId, ExpertIdentity identity, Guid? except, CancellationToken cancellation)
    {
        var (name, email) = (seal.Index(studyId, identity.Name), seal.Index(studyId, identity.Email));
        return db.Set<Expert>().AsNoTracking()
            .Where(expert => expert.StudyId == studyId && expert.Id != except)
            .Where(expert => (name != "" && expert.NameIndex == name) || (email != "" && expert.EmailIndex == email))
            .OrderBy(expert => expert.Code).Select(expert => expert.Code).ToListAsync(cancellation);
    }
}
