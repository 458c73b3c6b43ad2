import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { registerItemConfig } from '../define/navigation.ts';

export default defineNavigationMenuItem(registerItemConfig('tagAssessment'));
