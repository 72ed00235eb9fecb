namespace FluxUs.Consult.Literature.Importing;

/// <summary>The smallest steps: words, blanks and comments, single characters.</summary>
internal sealed partial class BibTexScanner
{
    private string ReadWord()
    {
        var start = _at;
        while (_at < _limit && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not (',' or '=' or '{' or '}' or '"' or '#' or '(' or ')'))
            _at++;
        return _text[start.._at];
    }

    /// <summary>The last character before a place that is no white space.</summary>
    private int BeforeBlanks(int place)
    {
        do place--;
        while (place > 0 && char.IsWhiteSpace(_text[place]));
        return Math.Max(0, place);
    }

    private void SkipBlanks()
    {
        while (_at < _limit && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '%'))
        {
            if (_text[_at] == '%')
            {
                var end = _text.IndexOf('\n', _at);
                _at = end < 0 || end > _limit ? _limit : end;
            }
            else
            {
                _at++;
            }
        }
    }

    private bool Take(char character)
    {
        if (_at >= _limit || _text[_at] != character)
            return false;
        _at++;
        return true;
    }
}
