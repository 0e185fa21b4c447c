/**
 * Who a message can go to: an e-mail address, or a channel as Slack and Teams name theirs. Only the form is
 * judged, so that a name without an address is seen before anybody waits for a message that went nowhere.
 */

const ADDRESS = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\.]+(?:\.[^\s@,;:<>()[\]"\\.]+)+$/;
/** `#alleo`, by name. */
const NAME = /^#[\p{L}\p{N}._-]{1,80}$/u;
/** Slack's id of a channel, a conversation or a user. */
const SLACK = /^[CDGUW][A-Z0-9]{8,20}$/;
/** Teams' id of a channel or a chat. */
const TEAMS = /^19:[\w@.+-]{3,200}@(?:thread\.(?:tacv2|v2|skype)|unq\.gbl\.spaces)$/;

/** The longest that mail servers take (RFC 5321). */
const LONGEST = 254;

/** @param text without spaces around it */
export const isRecipient = (text: string): boolean =>
	text.length <= LONGEST && [ADDRESS, NAME, SLACK, TEAMS].some((form) => form.test(text));
