import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewItemConfig } from '../define/navigation.ts';

export default defineNavigationMenuItem(viewItemConfig('tagCredit', 3));
