// The words of the page in two languages, and how names and dates are set.

const WORDS = {
  title: ["Cán bộ và văn bản", "Officials and directives"],
  skip: ["Tới nội dung", "Skip to content"],
  searchLabel: ["Tìm người, chức vụ, tổ chức, văn bản", "Find a person, post, body or document"],
  searchHint: ["Tìm, ví dụ: le duc thanh", "Find, for example: le duc thanh"],
  pathHint: ["Nối {name} với ai, với văn bản nào?", "Connect {name} with whom or what?"],
  nothingFound: ["Không thấy gì khớp với “{query}”", "Nothing matches “{query}”"],
  found: ["{count} kết quả", "{count} results"],
  moreFound: ["và {count} kết quả khác, hãy gõ thêm", "and {count} more, keep typing"],
  views: ["Cách xem", "View"],
  picture: ["Sơ đồ", "Map"],
  map: ["Toàn cảnh", "Overview"],
  list: ["Danh sách", "List"],
  table: ["Bảng", "Table"],
  export: ["Xuất", "Export"],
  theme: ["Nền sáng hay tối", "Light or dark"],
  filters: ["Chú giải và bộ lọc", "Legend and filters"],
  stage: ["Mạng lưới", "Network"],
  panel: ["Chi tiết và nguồn trích", "Details and sources"],
  close: ["Đóng", "Close"],
  zoomIn: ["Phóng to", "Zoom in"],
  zoomOut: ["Thu nhỏ", "Zoom out"],
  kindPerson: ["Người", "People"],
  kindPost: ["Chức vụ", "Posts"],
  kindOrganization: ["Tổ chức", "Bodies"],
  kindDocument: ["Văn bản", "Documents"],
  kindEvent: ["Sự kiện", "Events"],
  onePerson: ["Người", "Person"],
  onePost: ["Chức vụ", "Post"],
  oneOrganization: ["Tổ chức", "Body"],
  oneDocument: ["Văn bản", "Document"],
  oneEvent: ["Sự kiện", "Event"],
  openDocument: ["Văn bản chưa xác định", "Document not identified"],
  column0: ["Ai", "Who"],
  column1: ["giữ chức vụ gì", "holds which post"],
  column2: ["ở tổ chức nào", "in which body"],
  column3: ["văn bản, sự kiện nào", "which document or event"],
  column4: ["do đâu ban hành", "issued by whom"],
  systems: ["Hệ thống", "System"],
  levels: ["Cấp", "Level"],
  anySystem: ["Mọi hệ thống", "Any system"],
  anyLevel: ["Mọi cấp", "Any level"],
  standings: ["Mức chắc chắn", "Certainty"],
  anyStanding: ["Chắc chắn và có thể", "Certain and possible"],
  onlyCertain: ["Chỉ điều chắc chắn", "Certain only"],
  reset: ["Bỏ lọc", "Clear filters"],
  time: ["Thời điểm", "Date"],
  anyTime: ["Mọi thời điểm", "Any time"],
  play: ["Chạy theo thời gian", "Play through time"],
  pause: ["Dừng", "Pause"],
  day: ["Ngày", "Day"],
  certain: ["chắc chắn", "certain"],
  possible: ["có thể", "possible"],
  inferred: ["suy ra", "inferred"],
  registered: ["theo sổ đăng ký", "from the register"],
  extent: [
    "{people} người · {posts} chức vụ · {documents} văn bản · {sources} nguồn",
    "{people} people · {posts} posts · {documents} documents · {sources} sources",
  ],
  welcome: ["Mỗi dòng là một câu", "Every line is a sentence"],
  welcomeText: [
    "Đọc từ trái sang phải: ai giữ chức vụ gì, ở tổ chức nào, tổ chức ấy làm theo văn bản nào, văn bản do đâu ban hành. Bấm vào một ô để xem câu trích làm chứng.",
    "Read from left to right: who holds which post, in which body, under which document, issued by whom. Choose a box to see the sentence that says so.",
  ],
  lineCertain: ["chắc chắn vào ngày đang chọn", "certain on the chosen day"],
  linePossible: ["có thể: nguồn không cho biết đến ngày đó", "possible: no source reaches that day"],
  barParty: ["cơ quan, chức vụ của Đảng", "Party body or post"],
  boxOpen: ["văn bản chưa xác định được", "document not identified"],
  sources: ["Nguồn", "Sources"],
  drawnPart: [
    "Đang vẽ {drawn} trong {all} đối tượng, gần {name} nhất",
    "Drawing {drawn} of {all} things, those nearest to {name}",
  ],
  hiddenNear: ["{count} mối nối chưa vẽ", "{count} links not drawn"],
  nothingLeft: ["Không còn gì để vẽ với bộ lọc này.", "Nothing is left to draw with these filters."],
  connect: ["Tìm đường nối…", "Connect with…"],
  copyLink: ["Chép liên kết", "Copy link"],
  copied: ["Đã chép", "Copied"],
  pathTitle: ["Đường nối", "Path"],
  pathNone: ["Không có đường nối giữa hai bên.", "Nothing connects the two."],
  pathSteps: ["{count} bước", "{count} steps"],
  timeline: ["Theo thời gian", "Over time"],
  whyBounds: ["Vì sao có các mốc này?", "Where do these dates come from?"],
  mentions: ["Được nhắc đến", "Mentioned"],
  candidates: ["Có thể là", "May be"],
  conflict: ["Các nguồn mâu thuẫn", "Sources disagree"],
  conflictText: [
    "Chức vụ này chỉ một người giữ, nhưng nguồn cho thấy nhiều người giữ cùng lúc:",
    "Only one person holds this post, yet sources show several at the same time:",
  ],
  noQuotes: [
    "Trang này không mang theo câu trích, chỉ cho biết nguồn và ngày; câu trích có trong đồ thị.",
    "This page carries no quotes, only their source and date; the graph has the quotes.",
  ],
  noEvidence: ["Suy từ tên gọi, không có câu trích.", "Follows from the name; there is no quote."],
  showMore: ["Xem thêm {count}", "Show {count} more"],
  noFacts: ["Không có dữ kiện nào với bộ lọc này.", "No fact with these filters."],
  listMore: ["Còn {count} nữa; tìm bằng ô tìm kiếm", "{count} more; use the search box"],
  subject: ["Chủ thể", "Subject"],
  relation: ["Quan hệ", "Relation"],
  object: ["Đối tượng", "Object"],
  from: ["Từ", "From"],
  until: ["Đến", "Until"],
  quote: ["Trích", "Quote"],
  source: ["Nguồn", "Source"],
  standing: ["Mức", "Certainty"],
  rows: ["{count} dữ kiện", "{count} facts"],
  exportSvg: ["Hình SVG", "SVG image"],
  exportPng: ["Hình PNG", "PNG image"],
  exportCsv: ["Bảng CSV", "CSV table"],
  exportGexf: ["Mạng GEXF (Gephi)", "GEXF network (Gephi)"],
  exportJsonld: ["JSON-LD", "JSON-LD"],
  print: ["In trang này", "Print this page"],
  register: ["sổ đăng ký", "register"],
  registerRow: ["Theo sổ đăng ký:", "From the register:"],
  foundAt: ["Có trong sổ đăng ký, theo:", "In the register, found at:"],
  partOf: ["thuộc {name}", "part of {name}"],
  electedTo: ["bầu làm {post}", "elected {post}"],
  acting: ["quyền", "acting"],
  seatsOne: ["một người giữ", "one seat"],
  seatsMany: ["nhiều người giữ", "several seats"],
  unknownStart: ["chưa rõ từ khi nào", "start unknown"],
  unknownEnd: ["chưa rõ đến khi nào", "end unknown"],
  startOn: ["từ {a}", "from {a}"],
  startBetween: ["bắt đầu trong khoảng {range}", "began within {range}"],
  startBy: ["bắt đầu không muộn hơn {b}", "began by {b}"],
  startAfter: ["bắt đầu không sớm hơn {a}", "began no earlier than {a}"],
  endOn: ["đến {a}", "until {a}"],
  endBetween: ["kết thúc trong khoảng {range}", "ended within {range}"],
  endAfter: ["còn giữ đến ít nhất {a}", "still held on {a}"],
  endBy: ["kết thúc không muộn hơn {b}", "ended by {b}"],
  seenOn: ["ghi nhận ngày {a}", "recorded on {a}"],
  startEarliest: ["sớm nhất bắt đầu", "earliest start"],
  startLatest: ["muộn nhất bắt đầu", "latest start"],
  endEarliest: ["sớm nhất kết thúc", "earliest end"],
  endLatest: ["muộn nhất kết thúc", "latest end"],
  R1: ["nguồn cho thấy đang giữ chức vào ngày này", "a source shows the post held on this day"],
  R2: [
    "nguồn cho biết được bầu, bổ nhiệm hoặc thôi giữ chức ngày này",
    "a source tells of election, appointment or dismissal on this day",
  ],
  R3: ["tổ chức hoặc người không còn sau ngày này", "the body or the person ended by this day"],
  R4: [
    "chức vụ một người giữ: người kế nhiệm đã nhận, hoặc người trước đã thôi",
    "a one-seat post: the successor had begun, or the predecessor had ended",
  ],
  R5: ["không nối qua ranh giới nhiệm kỳ", "never bridged across the end of a term"],
};

// What relations are called, read from the subject and from the object.
const RELATIONS = {
  holds: [
    ["giữ chức", "holds"],
    ["người giữ", "held by"],
  ],
  "post-in": [
    ["ở tổ chức", "in"],
    ["chức vụ", "posts"],
  ],
  "part-of": [
    ["thuộc", "part of"],
    ["cấp dưới", "includes"],
  ],
  counterpart: [
    ["song trùng với", "counterpart of"],
    ["song trùng với", "counterpart of"],
  ],
  "issued-by": [
    ["do ban hành", "issued by"],
    ["ban hành", "issued"],
  ],
  issues: [
    ["ban hành", "issues"],
    ["người ban hành", "issued by"],
  ],
  implements: [
    ["thực hiện", "implements"],
    ["được thực hiện bởi", "implemented by"],
  ],
  studies: [
    ["học tập, quán triệt", "studies"],
    ["được học tập bởi", "studied by"],
  ],
  urges: [
    ["yêu cầu thực hiện", "urges"],
    ["được yêu cầu thực hiện bởi", "urged by"],
  ],
  cites: [
    ["viện dẫn", "cites"],
    ["được viện dẫn bởi", "cited by"],
  ],
  violates: [
    ["vi phạm", "violates"],
    ["bị vi phạm bởi", "violated by"],
  ],
  supersedes: [
    ["thay thế", "supersedes"],
    ["được thay bởi", "superseded by"],
  ],
  amends: [
    ["sửa đổi", "amends"],
    ["được sửa đổi bởi", "amended by"],
  ],
  based_on: [
    ["căn cứ", "based on"],
    ["là căn cứ của", "basis for"],
  ],
  convened: [
    ["tổ chức", "held"],
    ["do tổ chức", "held by"],
  ],
  attended: [
    ["dự", "attended"],
    ["người dự", "attended by"],
  ],
  elected: [
    ["bầu", "elected"],
    ["được bầu tại", "elected at"],
  ],
};

let language = "vi";

const inLanguage = (pair) => pair[language === "en" ? 1 : 0];

// The words called `name`, with {places} filled in.
const say = (name, values = {}) =>
  inLanguage(WORDS[name]).replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

const relationWord = (fact, thing = fact.subject) =>
  inLanguage(RELATIONS[fact.relation][fact.subject === thing ? 0 : 1]);

const kindWord = (kind) => say(`kind${capital(kind)}`);

const oneWord = (thing) => (thing.open ? say("openDocument") : say(`one${capital(thing.kind)}`));

// What a concept of the graph is called ("system/party"); its bare name where the graph says nothing.
const conceptWord = (scheme, name) => inLanguage(PACK.words[`${scheme}/${name}`] ?? [name, name]);

const number = (count) => count.toLocaleString(language === "en" ? "en" : "vi");

// A day, month or year as people write it: 28/9/2022, 9/2022, 2022; 28 Sep 2022 in English.
function dateWord(date) {
  const [year, month, day] = date.split("-");
  if (!month) return year;
  if (language !== "en") return [day && String(+day), String(+month), year].filter(Boolean).join("/");
  const name = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[month - 1];
  return [day && String(+day), name, year].filter(Boolean).join(" ");
}

// From day `a` to day `b`; a whole year or month by its name.
function rangeWord(a, b) {
  if (a === b) return dateWord(a);
  const [year, month] = a.split("-");
  const isLastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) === b;
  if (a === `${year}-01-01` && b === `${year}-12-31`) return year;
  if (a.endsWith("-01") && isLastDay) return dateWord(`${year}-${month}`);
  return `${dateWord(a)} – ${dateWord(b)}`;
}

// Words that never part from the number behind them, and whole document signatures.
const UNIT = new RegExp(
  "(?:(?:quận|phường|xã|khu phố|tổ|khóa|khoá|lần thứ|số|điều|trung ương|kỳ) )?" +
    "(?:\\d+[\\p{L}\\d]*(?:[-/][\\p{L}\\d&.]+)+)" +
    "|(?:quận|phường|xã|khu phố|tổ|khóa|khoá|lần thứ|số|điều|trung ương|kỳ) (?:\\d+|[IVXLC]+)(?![\\p{L}\\d])",
  "giu",
);

// `words` cut into pieces, those at odd places not to be broken.
function unbreakable(words) {
  const pieces = [];
  let done = 0;
  for (const match of words.matchAll(UNIT)) {
    pieces.push(words.slice(done, match.index), match[0]);
    done = match.index + match[0].length;
  }
  pieces.push(words.slice(done));
  return pieces;
}
