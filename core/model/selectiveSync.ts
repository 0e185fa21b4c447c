import { z } from 'zod';

/**
 * Whether the access field decides. `auto`: as soon as it has a value for anybody of the reading; `on`:
 * always, and a field that nobody has stops the run; `off`: never, and an explicit no is remarked.
 */
export const SelectiveSync = z.enum(['auto', 'on', 'off']);
export type SelectiveSync = z.infer<typeof SelectiveSync>;
