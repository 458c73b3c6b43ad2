import { defineCommandMenuItem } from 'twenty-sdk/define';
import { commandConfig } from '../define/command.ts';

export default defineCommandMenuItem(commandConfig('company', 'approve'));
