import { defineIssues } from './define';

export const SOURCE_ISSUES = defineIssues({});
