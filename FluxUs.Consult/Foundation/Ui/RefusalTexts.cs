using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Foundation.Ui;

/// <summary>Says a refusal in the reader's language, from the texts of the room that refused.</summary>
public sealed class RefusalTexts(IStringLocalizerFactory localizers)
{
    public string Say(Refusal refusal) => localizers.Create(refusal.Texts)[refusal.Key, refusal.Arguments];

    /// <summary>The answer of an endpoint for an act or query that gave nothing: ProblemDetails (RFC 9457).</summary>
    public ProblemHttpResult Answer(Outcome failure) => failure.Kind switch
    {
        OutcomeKind.Refused => TypedResults.Problem(
            string.Join(' ', failure.Refusals.Select(Say)), statusCode: StatusCodes.Status422UnprocessableEntity),
        OutcomeKind.Changed => TypedResults.Problem(statusCode: StatusCodes.Status409Conflict),
        _ => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound),
    };
}
