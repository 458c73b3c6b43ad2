import { type ObjectName, objectEntry, type Words, words } from '../../objects/taxonomy/index.ts';

/** Tables that are called otherwise than the records in them, since views of some of these records stand beside them. */
export const ALL_OF: Readonly<Partial<Record<ObjectName, Words>>> = {
  tagChangeNotice: words('All change notices', '全部变更通知', '全部變更通知'),
  tagProduct: words('All products', '全部产品', '全部產品'),
  tagCredit: words('All credit records', '全部信用记录', '全部信用記錄'),
  tagAgreement: words('All agreements', '全部保密协议', '全部保密協議'),
  tagIncident: words('All breaches', '全部泄密事件', '全部洩密事件'),
};

/** The name of the table of all records of one of our objects. */
export const registerName = (object: ObjectName): Words => ALL_OF[object] ?? objectEntry(object).labelPlural;
