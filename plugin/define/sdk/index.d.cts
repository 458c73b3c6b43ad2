export * from '../../../node_modules/twenty-sdk/dist/define/index';
