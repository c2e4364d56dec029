import { readCurl, type CurlOrigin, type CurlRequest } from './curl.ts';
import { messageRequests } from './message-samples.ts';
import { holdsCmdlet, powershellRequests } from './powershell.ts';
import { readShellRequest, shellRequestStarts } from './shell-requests.ts';

/** Whether a line of a text begins with a command that sends a request. Gives no diagnostics. */
export function holdsCommand(text: string): boolean {
  return /^[ \t]*(?:\$[ \t]{0,4})?curl[ \t]/m.test(text) || shellRequestStarts(text).length > 0 || holdsCmdlet(text);
}

/**
 * The requests that code sends: HTTP messages, or commands of cURL, wget, HTTPie and PowerShell. Gives no diagnostics.
 */
export function sampleRequests(text: string, origin: CurlOrigin): CurlRequest[] {
  const messages = messageRequests(text, origin);
  if (messages.length > 0) return messages;
  if (/\bcurl\s/.test(text)) return curlRequests(text, origin);
  if (holdsCmdlet(text)) return powershellRequests(text, origin);
  return shellRequestStarts(text).flatMap((start) => readShellRequest(text, start, origin) ?? []);
}

/** The cURL commands that begin on lines of their own, or the one somewhere in the text. */
function curlRequests(text: string, origin: CurlOrigin): CurlRequest[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (/^\s*(?:\$\s*)?curl\s/.test(line) ? [index] : []));
  if (starts.length === 0) starts.push(0);
  return starts.flatMap((start, index) => {
    const piece = lines.slice(start, starts[index + 1]).join('\n');
    return readCurl(piece, { ...origin, firstLine: origin.firstLine + start }) ?? [];
  });
}
