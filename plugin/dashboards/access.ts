import { definePageLayout } from 'twenty-sdk/define';
import { dashboardConfig } from '../define/dashboard.ts';

export default definePageLayout(dashboardConfig('access'));
