import { z } from 'zod';

/**
 * What a dry run of an unpublished version of a workflow says about itself: whoever decides on its plan
 * must know that the daily run works by other settings.
 */

export const DraftDifference = z.object({
	/** The node, as it is called in the workflow. */
	node: z.string(),
	/** The setting, as the panel of the node calls it. */
	setting: z.string(),
	/** As a reader understands it; null: the published version has no such node or setting. */
	from: z.string().nullable(),
	/** The same of the draft. */
	to: z.string().nullable(),
});
export type DraftDifference = z.infer<typeof DraftDifference>;

export const DraftFacts = z.object({
	/** There is a published version to compare with. */
	published: z.boolean(),
	differences: z.array(DraftDifference).default([]),
	/** The two could not be compared, so no difference listed does not mean that there is none. */
	unknown: z.boolean(),
});
export type DraftFacts = z.infer<typeof DraftFacts>;
