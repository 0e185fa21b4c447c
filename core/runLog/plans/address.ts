import { z } from 'zod';

/**
 * The permanent address of a plan: `<n8n>/webhook/<path>?plan=<id>&sig=<signature>`. Messages, the fleet page,
 * the form of a dry run and the page that decides lead there and nowhere else: the address of the page that
 * decides is n8n's own, which answers with bare JSON once the plan is decided.
 */

/**
 * Who the address was given to. `look`: whoever gets a message or sees the fleet; where a person asked for
 * the plan by form and decides under the name of their login, it shows the plan and does not lead on.
 * `decide`: that person.
 */
export const PLAN_RIGHTS = ['look', 'decide'] as const;
export type PlanRight = (typeof PLAN_RIGHTS)[number];

/** What is signed: an address for looking is none for deciding. */
export const signedText = (plan: string, right: PlanRight): string => JSON.stringify([right, plan]);

/** Where plans are shown: the base address of n8n's webhooks, and the path of the plan page. */
export interface PlanPlace {
	/** Without a final slash. */
	webhooks: string;
	/** Of the webhook in workflows/plan-page.json. */
	path: string;
}

/** The path that the template has before Start here gives each n8n one of its own. */
export const DEFAULT_PLAN_PATH = 'alleo-plan';

/** Nothing of it can end the path or begin a query. */
export const isPlanPath = (path: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(path);

export function addressOf({ webhooks, path }: PlanPlace, plan: string, signature: string): string {
	const query = new URLSearchParams({ plan, sig: signature });
	return `${webhooks}/webhook/${path}?${query.toString()}`;
}

const Asked = z.object({ plan: z.string().min(1).max(100), sig: z.string().min(1).max(100) });

/** What a request to the page asks for; null where it is no such request at all. */
export function askedPlan(query: unknown): { plan: string; signature: string } | null {
	const { data } = Asked.safeParse(query);
	return data === undefined ? null : { plan: data.plan, signature: data.sig };
}

/** In the query of a plan's address: lead to the newest plan of the same workflow instead. */
export const TO_NEWER = 'newer';

/** What chooses a view of the page that decides, in the query of its address. */
export const VIEW_FIELDS = ['action', 'new', 'field', 'sort', 'q', 'page'] as const;

const LONGEST_CHOICE = 200;

/** The view that a request asks for, as the page that decides takes it: `&name=value`, or ''. */
export function viewIn(query: Readonly<Record<string, unknown>>): string {
	const given = VIEW_FIELDS.flatMap((name): string[] => {
		const value = query[name];
		return typeof value === 'string' && value !== '' && value.length <= LONGEST_CHOICE
			? [`&${name}=${encodeURIComponent(value)}`]
			: [];
	});
	return given.join('');
}

/** A text that is the permanent address of a plan; '' for any other. */
export function planAddressIn(text: string): string {
	const given = text.trim();
	const [address = '', query = '', ...more] = given.split('?');
	if (!/^https?:\/\/[^\s"'<>]+\/webhook\/[A-Za-z0-9-]+$/.test(address) || more.length > 0)
		return '';
	return askedPlan(Object.fromEntries(new URLSearchParams(query))) === null ? '' : given;
}
