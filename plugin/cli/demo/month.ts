import { NEEDED_CLAUSES } from '../../../objects/taxonomy/tag-agreement.ts';
import type { Delivery } from '../../embedded/events.ts';
import type { Row } from '../../embedded/table.ts';
import type { Diary } from './diary.ts';
import { worded } from './worded.ts';

const yuan = (amount: number) => ({ amountMicros: amount * 1_000_000, currencyCode: 'CNY' });
const uuid = (last: number): string => `c0ffee00-0000-4000-8000-${String(last).padStart(12, '0')}`;

const CUSTOMER = uuid(1);
const CONTACT = uuid(2);
const RENAME = uuid(3);
const UPGRADE = uuid(4);
const DEAL = uuid(5);
const JUMP = uuid(6);
/** The customer whose events are lost. */
export const LOST = uuid(7);
const CREDIT = uuid(8);
const AGREEMENT = uuid(10);
const ENDED = uuid(11);
const TARGET = uuid(9);
/** A deal of Wang's in the sample that is being negotiated. */
const CONTRACT = '32af019e-a459-501c-8150-fcf88babd425';

/** The wrong, its correction, the key contact: what a rep sees of the rules on the first day (2.1, 3.2). */
const firstEntry = async (diary: Diary): Promise<void> => {
  diary.chapter("A rep's first customer");
  await diary.goTo('2026-09-28T09:30:00+08:00');
  await diary.create('wang', 'company', {
    id: CUSTOMER,
    name: '无锡精控自动化有限公司',
    accountOwnerId: diary.userId('wang'),
    tagIndustry: 'I',
    tagIndustrySegment: 'C38',
    tagCompanySize: 'LARGE',
    tagEmployees: 210,
    annualRevenue: yuan(46_000_000),
    tagBudgetMin: yuan(300_000),
    tagBudgetMax: yuan(150_000),
  });
  const gaps = () =>
    diary.find('task', ({ title }) => /无锡精控/.test(String(title)) && /补全|補全|Complete the/.test(String(title)));
  diary.tell(
    'Wang enters a customer in a hurry; what it lacks is a task of his, due the next working day',
    ['2.1.2', '2.1.10', '2.1.17', '3.2.3', '3.2.6'],
    [diary.standing('company', CUSTOMER, 'tagCompletionState'), ...gaps().map((row) => diary.task(row))],
  );

  await diary.goTo('2026-09-28T10:05:00+08:00');
  await diary.update('wang', 'company', CUSTOMER, {
    tagCustomerType: 'SME',
    tagIndustry: 'C',
    tagCompanySize: 'SMALL',
    tagBudgetMax: yuan(500_000),
    tagBusinessScope: '工业自动化设备的研发、制造与销售',
  });
  await diary.create('sun', 'person', {
    id: CONTACT,
    name: { firstName: '国栋', lastName: '唐' },
    jobTitle: '设备部部长',
    phones: { primaryPhoneNumber: '12345678901' },
    companyId: CUSTOMER,
  });
  await diary.update('wang', 'company', CUSTOMER, { tagKeyContactId: CONTACT });
  diary.tell(
    'He corrects what the problems name, and sets a key contact whose number cannot be dialled',
    ['2.1.5', '2.1.9', '3.2.7'],
    [diary.standing('company', CUSTOMER)],
  );

  await diary.goTo('2026-09-28T15:10:00+08:00');
  await diary.update('sun', 'person', CONTACT, {
    phones: { primaryPhoneNumber: '13961718800', primaryPhoneCallingCode: '+86', primaryPhoneCountryCode: 'CN' },
  });
  const completed = diary.find('tagLog', (row) => row.companyId === CUSTOMER && row.kind === 'COMPLETED');
  diary.tell(
    "Sun corrects the number on the contact, and the customer's tags follow: complete in time, the task closed",
    ['2.1.5', '3.2.3', '3.2.8'],
    [
      diary.standing('company', CUSTOMER),
      ...gaps().map((row) => diary.task(row)),
      ...completed.map((row) => diary.log(row)),
    ],
  );
};

/** Four eyes: returned, mended, refused to those who may not, approved by another (4.3.1–4.3.4). */
const review = async (diary: Diary): Promise<void> => {
  diary.chapter('The review');
  await diary.goTo('2026-09-29T09:20:00+08:00');
  await diary.update('zhou', 'company', CUSTOMER, {
    tagAction: 'RETURN',
    tagActionNote: '企业名称请与营业执照核对',
    tagReturnedTags: ['name'],
    tagVerdictTruth: 'FAIL',
  });
  const verdicts = (kind: string) =>
    diary.find('tagLog', (row) => row.companyId === CUSTOMER && row.kind === kind).map((row) => diary.log(row));
  const task = () =>
    diary.find(
      'task',
      (row) => String(row.title).includes('无锡精控') && /退回|returned|Correct/.test(String(row.title)),
    );
  diary.tell(
    'Zhou, the reviewer, returns it: the information is not reliable, and a note says why; who entered it has one working day',
    ['4.3.1', '4.3.3', '4.3.4'],
    [
      diary.standing('company', CUSTOMER, 'tagCompletionState'),
      ...task().map((row) => diary.task(row)),
      ...verdicts('RETURNED'),
    ],
  );

  await diary.goTo('2026-09-29T11:00:00+08:00');
  await diary.update('wang', 'company', CUSTOMER, { tagRegion: 'JIANGSU', tagVerification: 'VERIFIED' });
  await diary.update('wang', 'company', CUSTOMER, { tagAction: 'APPROVE' });
  diary.tell(
    'Wang looks it up, adds the region, and tries to approve his own entry: refused. The task is closed',
    ['4.3.1', 'A20'],
    [diary.standing('company', CUSTOMER), ...task().map((row) => diary.task(row))],
  );

  await diary.goTo('2026-09-29T14:30:00+08:00');
  await diary.update('zhou', 'company', CUSTOMER, { tagAction: 'APPROVE' });
  diary.tell(
    'Another pair of eyes approves it, all three points, which is also its check for September',
    ['4.3.1', '4.3.3', '4.1.1'],
    [
      diary.standing('company', CUSTOMER, 'tagLastCheckedAt', 'tagNextCheckOn', 'tagCheckState'),
      ...verdicts('APPROVED'),
    ],
  );
};

/** Renamed on the eve of National Day, reported at once, entered a day late (4.1.3). */
const renamed = async (diary: Diary): Promise<void> => {
  diary.chapter('A customer is renamed before National Day');
  await diary.goTo('2026-09-30T16:40:00+08:00');
  await diary.create('wang', 'tagChangeNotice', {
    id: RENAME,
    companyId: CUSTOMER,
    kind: 'NAME',
    occurredAt: '2026-09-30T08:40:00.000Z',
    description: '更名为无锡精控智能装备有限公司',
  });
  const notice = () => diary.notice(diary.row('tagChangeNotice', RENAME));
  diary.tell(
    'Wang reports the new name the same day: one working day, and 1–7 October are days off',
    ['4.1.3', '4.2.1', 'A1'],
    [notice()],
  );
  const heard = diary.find('task', ({ title }) => /变更上报|變更上報|Change reported/.test(String(title))).slice(-1);
  diary.tell(
    'The tag manager hears of it by a task of her own, closed once the name is entered',
    ['4.2.1'],
    heard.map((row) => diary.task(row)),
  );

  await diary.goTo('2026-10-09T00:00:00+08:00');
  const escalation = diary.find('task', (row) => /变更更新逾期|變更更新逾期|Overdue change/.test(String(row.title)));
  diary.tell(
    'Midnight of 8 October: overdue at that instant, and a task for his manager',
    ['4.1.3', '7.1.2'],
    [notice(), ...escalation.map((row) => diary.task(row))],
  );

  await diary.goTo('2026-10-09T10:15:00+08:00');
  await diary.update('wang', 'company', CUSTOMER, { name: '无锡精控智能装备有限公司' });
  diary.tell(
    'He enters the new name on Friday: done, a day late; the tasks are closed, the review begins anew, and what was verified is to be verified again',
    ['3.1.5', '4.1.3', '4.3.1'],
    [
      notice(),
      ...escalation.map((row) => diary.task(diary.row('task', row.id))),
      diary.standing('company', CUSTOMER, 'tagVerification'),
    ],
  );
};

/** Two working days over a make-up Saturday (4.1.9). */
const upgraded = async (diary: Diary, product: string): Promise<void> => {
  diary.chapter('A product is upgraded over a make-up Saturday');
  await diary.goTo('2026-10-09T15:00:00+08:00');
  await diary.create('sun', 'tagChangeNotice', {
    id: UPGRADE,
    productId: product,
    kind: 'FUNCTION_UPGRADE',
    cause: 'FEEDBACK',
    occurredAt: '2026-10-09T07:00:00.000Z',
    description: '固件2.0：支持OPC UA PubSub',
  });
  const notice = () => diary.notice(diary.row('tagChangeNotice', UPGRADE));
  diary.tell(
    'An upgrade that customers asked for is confirmed on Friday: Saturday 10 October is worked, so two working days end on Monday',
    ['4.1.7', '4.1.9', 'A5'],
    [notice()],
  );
  await diary.goTo('2026-10-12T17:45:00+08:00');
  await diary.update('sun', 'tagProduct', product, {
    features: '8路串口与4路网口，支持Modbus、OPC UA PubSub，工作温度-40至70℃',
  });
  diary.tell(
    'The features follow on Monday afternoon, in time',
    ['4.1.9'],
    [notice(), diary.standing('tagProduct', product)],
  );
};

/** One opportunity is confirmed in its week, another is forgotten (4.1.4). */
const weekly = async (diary: Diary, kept: string, forgotten: string): Promise<void> => {
  diary.chapter('A weekly check is kept, another missed');
  await diary.goTo('2026-10-14T09:00:00+08:00');
  const owner = (id: string) => diary.row('opportunity', id).ownerId;
  await diary.update(diary.keyOf(owner(kept)), 'opportunity', kept, { tagAction: 'CONFIRM' });
  diary.tell(
    'Confirmed from the table with one click: no change is an answer too',
    ['4.1.4', 'A8'],
    [diary.standing('opportunity', kept, 'tagLastCheckedAt', 'tagNextCheckOn', 'tagCheckState')],
  );
  await diary.goTo('2026-10-17T00:00:00+08:00');
  const name = String(diary.row('opportunity', forgotten).name);
  const tasks = diary.find(
    'task',
    (row) => String(row.title).includes(name) && row.status !== 'DONE' && /检查|檢查|heck/.test(String(row.title)),
  );
  const missed = diary
    .find('tagLog', (row) => row.opportunityId === forgotten && row.kind === 'CHECK_MISSED')
    .slice(-1);
  diary.tell(
    'The week is over and nobody looked at this one: overdue, in the log, and on its way to the manager',
    ['4.1.4', 'A6', '7.1.2'],
    [
      diary.standing('opportunity', forgotten, 'tagNextCheckOn', 'tagCheckState'),
      ...tasks.map((row) => diary.task(row)),
      ...missed.map((row) => diary.log(row)),
    ],
  );
};

/** A jump over stages, flagged and then put back (2.2.12, POLICY §4). */
const jumped = async (diary: Diary): Promise<void> => {
  diary.chapter('A stage is jumped');
  await diary.goTo('2026-10-19T10:00:00+08:00');
  const deal = (id: string, name: string) =>
    diary.create('wang', 'opportunity', {
      id,
      name,
      companyId: CUSTOMER,
      ownerId: diary.userId('wang'),
      tagSource: 'CUSTOMER_REFERRAL',
      tagStage: 'INTERESTED',
    });
  await deal(DEAL, '无锡精控产线联网一期');
  await deal(JUMP, '无锡精控产线联网二期');
  const moves = (id: string) => diary.find('tagLog', (row) => row.opportunityId === id && row.after === 'DELIVERY');
  await diary.update('wang', 'opportunity', DEAL, { tagStage: 'DELIVERY' });
  diary.tell(
    'ENFORCEMENT = FLAG: from interested straight to delivery stands, flagged, with a task and a line in the log',
    ['2.2.12', '4.1.5', '5.2.3'],
    [diary.standing('opportunity', DEAL, 'tagStage'), ...moves(DEAL).map((row) => diary.log(row))],
  );
  diary.workspace.setVariable('ENFORCEMENT', 'REVERT');
  await diary.update('wang', 'opportunity', JUMP, { tagStage: 'DELIVERY' });
  diary.tell(
    'ENFORCEMENT = REVERT: the same jump is put back, and the record says why',
    ['2.2.12', '4.1.5'],
    [diary.standing('opportunity', JUMP, 'tagStage'), ...moves(JUMP).map((row) => diary.log(row))],
  );
  diary.workspace.setVariable('ENFORCEMENT', 'FLAG');
};

/** A customer falls behind with a payment: its deals tell so, and do not go on unseen (5.1.4–5.1.6). */
const decided = async (diary: Diary): Promise<void> => {
  diary.chapter('A deal is followed up, and decided on');
  await diary.goTo('2026-10-19T14:00:00+08:00');
  await diary.create('chen', 'tagCredit', { id: CREDIT, companyId: CUSTOMER, rating: 'A', hasOverdue: false });
  await diary.update('wang', 'opportunity', JUMP, { tagCompetitors: ['远景工控'] });
  const standing = () =>
    diary.standing('opportunity', JUMP, 'tagStage', 'tagNextFollowUpOn', 'tagRisks', 'tagFeasibility');
  diary.tell(
    'A competitor turns up: the deal is to be followed up sooner, in three working days',
    ['5.1.4', '2.2.14'],
    [standing()],
  );

  await diary.goTo('2026-10-19T16:30:00+08:00');
  const overdue = { hasOverdue: true, overdueCount: 1, longestOverdueDays: 12 };
  await diary.update('chen', 'tagCredit', CREDIT, { ...overdue, isOverdueNow: true });
  await diary.update('wang', 'opportunity', JUMP, { tagStage: 'NEGOTIATION' });
  const decision = () =>
    diary.find(
      'task',
      (row) => row.assigneeId === diary.userId('chen') && /Decide|请决定|請決定/.test(String(row.title)),
    );
  const latest = () => decision().slice(-1);
  diary.tell(
    'The customer is behind with a payment, and Wang begins to negotiate: everybody sees the signal, Chen alone the record, and he decides',
    ['5.1.5', '5.1.6', 'A21'],
    [standing(), ...latest().map((row) => diary.task(row))],
  );

  await diary.goTo('2026-10-19T17:40:00+08:00');
  await diary.update('chen', 'tagCredit', CREDIT, { isOverdueNow: false, lastOverdueOn: '2026-10-19' });
  diary.tell(
    'It has paid: caution for a year, then nothing is left of one late payment',
    ['2.1.24', '5.1.6'],
    [standing(), ...latest().map((row) => diary.task(row))],
  );
};

/** Events that never arrive, and the sweep that finds what they would have told (DESIGN §3). */
const healed = async (diary: Diary): Promise<void> => {
  diary.chapter('Events are lost, and the sweep heals');
  await diary.goTo('2026-10-20T09:10:00+08:00');
  const dropped: Delivery[] = [];
  diary.workspace.intercept((delivery) => {
    dropped.push(delivery);
    return [];
  });
  await diary.create('zhao', 'company', {
    id: LOST,
    name: '常州恒力传感科技有限公司',
    accountOwnerId: diary.userId('zhao'),
    tagIndustry: 'C',
  });
  await diary.update('wang', 'company', CUSTOMER, { tagBusinessScope: '智能装备与工业软件的研发、制造与服务' });
  diary.workspace.intercept((delivery) => [delivery]);
  const judged: Row = diary.row('company', LOST);
  diary.tell(
    `${dropped.length} events are dropped on purpose: a new customer stands unjudged`,
    ['3.2.6'],
    [
      {
        object: 'company',
        id: LOST,
        name: String(judged.name),
        facts: { judged: judged.tagBaseline !== null },
        lines: [],
      },
    ],
  );
  await diary.goTo('2026-10-20T10:00:00+08:00');
  const result = (await diary.sweep()) as { judged: number; written: number };
  const detected = diary.find('tagChangeNotice', (row) => row.companyId === CUSTOMER && row.kind === 'BUSINESS_SCOPE');
  const again = (await diary.sweep()) as { judged: number; written: number };
  diary.tell(
    `The hourly sweep judges ${result.judged} records and writes ${result.written}; run again, it writes ${again.written}`,
    ['3.2.6', '4.1.3', '4.2.1'],
    [diary.standing('company', LOST), ...detected.map((row) => diary.notice(row))],
  );
};

/** A check by several people, each of what they may read (4.1.1, A8); and what nobody gives themselves (A27). */
const byGroups = async (diary: Diary): Promise<void> => {
  diary.chapter('A check is more than a click');
  await diary.goTo('2026-10-20T11:00:00+08:00');
  const standing = () =>
    diary.standing('company', CUSTOMER, 'tagGroupsLeft', 'tagLastCheckedAt', 'tagNextCheckOn', 'tagCheckState');
  await diary.update('wang', 'company', CUSTOMER, { tagAction: 'CONFIRM' });
  diary.tell(
    'Wang confirms what he may read with one click; the credit group is left for somebody who may read it',
    ['4.1.1', '4.1.2', '6.1.3', 'A8'],
    [standing()],
  );
  await diary.update('chen', 'company', CUSTOMER, { tagAction: 'CONFIRM', tagCheckedGroups: ['CREDIT'] });
  diary.tell(
    'Chen, his manager, confirms the credit group: the check of October is kept',
    ['4.1.1', 'A8'],
    [standing()],
  );

  const [profile] = diary.find('tagMember', (row) => row.workspaceMemberId === diary.userId('zhao'));
  if (!profile) return;
  await diary.update('zhao', 'tagMember', String(profile.id), { duties: ['REVIEWER'] });
  const reverted = diary.find('tagLog', (row) => row.memberId === profile.id && row.kind === 'REVERTED');
  diary.tell(
    'Zhao makes herself a reviewer: put back, and logged',
    ['6.1.2', 'A27'],
    [diary.standing('tagMember', String(profile.id), 'duties'), ...reverted.map((row) => diary.log(row))],
  );
};

/** An agreement that ends within the month, acknowledged by the member alone, and one that has ended (6.3.1, 6.3.5). */
const bound = async (diary: Diary): Promise<void> => {
  diary.chapter('A confidentiality agreement that ends');
  await diary.goTo('2026-10-20T14:00:00+08:00');
  const [profile] = diary.find('tagMember', (row) => row.workspaceMemberId === diary.userId('wang'));
  if (!profile) return;
  await diary.create('chen', 'tagAgreement', {
    id: AGREEMENT,
    memberId: profile.id,
    signedOn: '2025-11-11',
    validUntil: '2026-11-10',
    clauses: NEEDED_CLAUSES,
  });
  await diary.update('wang', 'tagAgreement', AGREEMENT, { acknowledgedAt: '2026-10-20T06:00:00.000Z' });
  const renewal = diary.find(
    'task',
    (row) => row.tagMatter === 'AGREEMENT' && row.dueAt === '2026-11-10T10:00:00.000Z',
  );
  diary.tell(
    "Wang acknowledges last year's agreement, which nobody else could; it ends in three weeks, so its renewal is Chen's",
    ['6.3.1', '6.3.5', 'A25'],
    [diary.standing('tagMember', String(profile.id), 'agreementState'), ...renewal.map((row) => diary.task(row))],
  );

  const [expired] = diary.find('tagMember', (row) => row.workspaceMemberId === diary.userId('lin'));
  if (!expired) return;
  await diary.create('chen', 'tagAgreement', {
    id: ENDED,
    memberId: expired.id,
    signedOn: '2025-10-20',
    validUntil: '2026-10-19',
    clauses: NEEDED_CLAUSES,
  });
  diary.tell(
    'Lin’s ended yesterday and nobody renewed it: her profile says so, and the application will soon show her nothing sensitive',
    ['6.3.1', 'A25'],
    [diary.standing('tagMember', String(expired.id), 'agreementState')],
  );
};

/** A target of the quarter, and a contract that counts towards it (2.4.5, 5.3.4). */
const targeted = async (diary: Diary): Promise<void> => {
  diary.chapter('A target, and what is sold of it');
  await diary.goTo('2026-10-20T14:10:00+08:00');
  const [profile] = diary.find('tagMember', (row) => row.workspaceMemberId === diary.userId('wang'));
  if (!profile) return;
  await diary.create('chen', 'tagTarget', {
    id: TARGET,
    memberId: profile.id,
    quarter: '2026Q4',
    salesTarget: yuan(900_000),
    newCustomerTarget: 2,
  });
  const target = () => diary.find('tagTarget', (row) => row.id === TARGET).map((row) => diary.target(row));
  diary.tell(
    "Chen sets Wang's target of the quarter: counted at once, and shown on Wang's profile",
    ['2.4.5'],
    target(),
  );

  await diary.update('wang', 'opportunity', CONTRACT, { tagStage: 'SIGNED', tagOutcome: 'WON' });
  await diary.goTo('2026-10-20T15:00:00+08:00');
  await diary.sweep();
  diary.tell(
    'Wang signs a contract: the next sweep counts it, by the day and the amount of the contract',
    ['2.4.5', '5.3.4'],
    target(),
  );
};

/** The quarter that ended is assessed (I3–I6, I9); never by whom it is of. */
const assessed = async (diary: Diary): Promise<void> => {
  diary.chapter('The quarter is assessed');
  const [of, own] = ['wang', 'zhou'].map((key) => {
    const [profile] = diary.find('tagMember', (row) => row.workspaceMemberId === diary.userId(key));
    return diary.find('tagAssessment', (row) => row.memberId === profile?.id)[0];
  });
  if (!of || !own) return;
  const look = (id: string, ...figures: readonly string[]) => diary.assessment(diary.row('tagAssessment', id), figures);
  diary.tell(
    'The third quarter has ended: one assessment a member, counted from what was judged',
    ['7.1.2', 'I4', 'I5'],
    [look(of.id, 'accuracy', 'timeliness', 'propriety')],
  );
  await diary.update('zhou', 'tagAssessment', of.id, { status: 'CONFIRMED' });
  await diary.update('zhou', 'tagAssessment', own.id, { status: 'CONFIRMED' });
  diary.tell(
    "Zhou, the supervisor, confirms Wang's, against which Wang may appeal; her own is put back",
    ['I3', 'I9'],
    [look(of.id, 'appealUntil'), look(own.id)],
  );
};

/** A month of the team's life, 28 September to 20 October 2026. */
export const liveMonth = async (
  diary: Diary,
  cast: { readonly product: string; readonly kept: string; readonly forgotten: string },
): Promise<void> => {
  await firstEntry(diary);
  await review(diary);
  await renamed(diary);
  await upgraded(diary, cast.product);
  await weekly(diary, cast.kept, cast.forgotten);
  await jumped(diary);
  await decided(diary);
  await worded(diary);
  await healed(diary);
  await byGroups(diary);
  await bound(diary);
  await assessed(diary);
  await targeted(diary);
};
