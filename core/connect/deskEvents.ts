/** What a workflow can tell the desk: the input `event` of its calls (core/runLog/deskCall.ts). */
export const DESK_EVENTS = ['start', 'plan', 'done', 'message'] as const;
export type DeskEvent = (typeof DESK_EVENTS)[number];
