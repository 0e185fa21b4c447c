import type { QueueScenario } from '../run.mts';

export const scenarios: Record<string, QueueScenario> = {};
