/**
 * Traditional and Simplified forms of the characters that occur in the policy, GB/T 4754, the provinces and common
 * company names, in pairs. Made with OpenCC's tables (opencc-js 1.4.2, MIT); a whole converter is megabytes, and
 * names are only compared by it, never shown.
 */
const PAIRS = [
  '丟丢並并佈布佔占來来係系倉仓個个們们偉伟備备傢家傳传債债傷伤僅仅價价儀仪億亿償偿優优儲储內内冊册凱凯別别刪删則则創创劃划劉刘動动務务勞劳勢势勵励匯汇區区協协參参',
  '吳吴呂吕員员問问啟启單单嚴严國国圍围園园圖图團团執执報报場场壓压壘垒壽寿夠够夥伙娛娱孫孙學学實实寧宁審审寫写寶宝將将專专尋寻對对導导屆届層层屬属崗岗帶带幣币幫帮',
  '庫库廠厂廢废廣广強强後后徑径從从復复態态慶庆應应戰战戶户採采揚扬換换損损擔担據据攝摄數数斷断於于時时晉晋暫暂曆历書书會会東东條条棄弃楊杨業业構构樂乐樑梁樓楼標标',
  '橋桥機机檔档檢检權权歡欢歷历歸归氣气決决沒没況况減减測测準准溝沟溫温滬沪滿满漁渔潔洁潛潜潤润濟济濱滨瀋沈灣湾災灾為为烏乌無无煉炼煙烟熱热營营爭争爾尔狀状獎奖獨独',
  '獲获現现環环產产當当療疗發发監监盤盘盧卢眾众確确碼码礎础礦矿禮礼稅税種种稱称競竞節节範范築筑篩筛簡简簽签籤签糾纠約约納纳紙纸級级紡纺細细組组結结絕绝絡络給给統统',
  '經经綜综維维網网線线編编練练縮缩總总績绩織织繫系繼继續续纖纤纜缆義义習习聞闻聯联職职肅肃腦脑膠胶臺台與与興兴舉举莊庄華华萊莱萬万葉叶蓋盖蔣蒋蕭萧薈荟薦荐藍蓝藝艺',
  '藥药蘆芦蘇苏蘭兰處处號号蟲虫術术衛卫裝装製制複复規规視视覽览觸触訂订計计訊讯訓训記记訪访設设許许訴诉註注評评詞词詢询試试話话誌志認认誠诚誤误說说調调談谈請请論论',
  '諮咨謝谢證证識识議议護护讀读變变豐丰負负財财貨货責责貴贵買买費费貿贸賀贺賃赁資资賓宾賠赔賣卖質质購购賽赛贊赞贏赢贛赣趙赵蹤踪車车軟软載载輔辅輛辆輝辉輪轮輯辑輸输',
  '轉转辦办農农這这連连週周進进運运過过達达違违遞递遠远適适選选遺遗遼辽還还郵邮鄒邹鄔邬鄧邓鄭郑醫医釀酿釋释針针鉬钼銀银銅铜銷销鋁铝鋅锌鋼钢錄录錢钱錫锡錯错錶表鍵键',
  '鎢钨鎮镇鐵铁長长門门閉闭開开間间閱阅關关陝陕陳陈陸陆陽阳隊队階阶際际隨随險险雙双雲云電电韓韩頁页項项順顺須须預预領领頭头題题額额類类顧顾風风飛飞飲饮飼饲飾饰養养',
  '館馆饋馈馬马馮冯駱骆騰腾驗验體体魚鱼魯鲁鮑鲍鮮鲜鳳凤鴻鸿鵬鹏鷹鹰鹽盐麗丽麥麦麵面點点黨党齊齐齒齿龍龙龐庞龔龚龜龟',
].join('');

let table: Map<string, string> | undefined;

const simplified = (): Map<string, string> => {
  if (table) return table;
  const characters = [...PAIRS];
  table = new Map();
  for (let index = 0; index + 1 < characters.length; index += 2) {
    table.set(characters[index] ?? '', characters[index + 1] ?? '');
  }
  return table;
};

/** A text in Simplified characters, for comparing; characters beyond the table stay as they are. */
export const simplify = (text: string): string => {
  const map = simplified();
  let result = '';
  for (const character of text) result += map.get(character) ?? character;
  return result;
};
