import { definePageLayoutTab } from 'twenty-sdk/define';
import { inspectionTabConfig } from '../define/tags-tab.ts';

export default definePageLayoutTab(inspectionTabConfig());
