using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Studies;

/// <summary>Puts the study into the top bar, what is to be known of it, and the team's rail. Whoever is no member gets the same as
/// outside of a study; whoever is only of the committee has one page, and no rail.</summary>
internal sealed class StudyShell(StudyDoor door, ConsultDbContext db, Rail rail, IStringLocalizer<StudiesTexts> texts) : IShellContents
{
    public async Task Fill(Shell shell, HttpContext context, CancellationToken cancellation)
    {
        if (context.GetRouteValue("Slug") is not string slug || await door.Enter(context.User, slug, cancellation) is not { } access) return;
        var study = await db.Set<Study>().AsNoTracking().Where(study => study.Id == access.StudyId)
            .Select(study => new { study.Name, study.IsDemonstration }).FirstAsync(cancellation);
        shell.StudyName = study.Name.In(Languages.Current.Code);
        shell.StudyAddress = access.Roles == Roles.Committee ? $"/studies/{access.Slug}/committee" : $"/studies/{access.Slug}";
        if (study.IsDemonstration) shell.Notice = texts["DemonstrationNotice"];
        if ((access.Roles & Roles.Team) == 0) return;
        shell.HasSearch = true;
        var roles = Enum.GetValues<Roles>().Where(role => int.IsPow2((int)role) && access.Roles.HasFlag(role)).Select(role => role.ToString()).ToHashSet();
        shell.Rail = await rail.Draw(new RailContext(access.StudyId, $"/studies/{access.Slug}", roles, context.RequestServices), cancellation);
    }
}
