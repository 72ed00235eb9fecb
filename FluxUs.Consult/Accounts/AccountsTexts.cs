namespace FluxUs.Consult.Accounts;

/// <summary>Marks the texts of this room: AccountsTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class AccountsTexts;
