import { defineField } from 'twenty-sdk/define';
import { fieldConfig } from '../define/field.ts';

export default defineField(fieldConfig('company', 'tagChannelsTerm'));
