import afas from '../../../workflows/afas-daily-sync.json';
import nmbrs from '../../../workflows/nmbrs-daily-sync.json';
import { Workflow } from '../../../core/connect/templates/workflow';
import type { ConnectSystem } from '../../../core/connect/connection';

/** The templates that ship with this package; the build puts them into the node's file. */
const SHIPPED: Record<ConnectSystem, unknown> = { afas, nmbrs };

export const shippedTemplate = (system: ConnectSystem): Workflow => Workflow.parse(SHIPPED[system]);
