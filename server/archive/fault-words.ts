import type { ArchiveFault, FaultCode } from './archive-fault.ts';

const place = ({ file, line }: ArchiveFault): string => (line === null ? (file ?? '') : `${file ?? ''}, dòng ${line}`);

const SENTENCES: Readonly<Record<FaultCode, (fault: ArchiveFault) => string>> = {
  'not-there': ({ file }) => `Không có thư mục hoặc tệp ${file ?? ''}: kiểm tra lại đường dẫn.`,
  'no-archive': ({ file }) =>
    `${file ?? ''} không phải hồ sơ hội nghị của Điểm Cầu, hoặc tệp ZIP đã hỏng: chọn thư mục có manifest.json.`,
  'file-missing': (at) => `Thiếu tệp ${place(at)}: hồ sơ không còn đủ như khi xuất.`,
  'file-foreign': (at) => `Có tệp lạ ${place(at)}: tệp này không thuộc hồ sơ khi xuất.`,
  'file-changed': (at) => `Đã bị sửa: ${place(at)}.`,
  'file-shorter': (at) => `Đã bị cắt bớt: ${place(at)}.`,
  'file-longer': (at) => `Đã bị thêm vào: ${place(at)}.`,
  'signature-wrong': (at) => `Đã bị sửa: ${place(at)} không khớp chữ ký của hồ sơ.`,
  'key-foreign': ({ detail }) => `Hồ sơ do máy chủ khác ký. Vân tay khóa trong hồ sơ: ${detail ?? ''}.`,
  'format-newer': ({ detail }) =>
    `Hồ sơ được xuất bằng bản Điểm Cầu mới hơn (định dạng ${detail ?? ''}): dùng bản mới hơn để kiểm tra.`,
  'chain-broken': (at) => `Chuỗi nhật ký bị đứt: ${place(at)} đã bị sửa, xóa hoặc chèn.`,
  'chain-ends-elsewhere': (at) =>
    `Nhật ký không kết thúc ở chỗ đã ký: ${place(at)} bị cắt bớt, nối thêm hoặc nối lại chuỗi.`,
  'event-unknown': (at) => `Bản Điểm Cầu này không đọc được ${place(at)}: dùng bản mới hơn để kiểm tra.`,
  'list-changed': (at) => `Đã bị sửa: ${place(at)}.`,
  'people-differ': (at) => `${place(at)} không khớp nhật ký: có người mà nhật ký không nêu, hoặc bị lặp.`,
  'delegates-differ': (at) => `${place(at)} không khớp số liệu trong nhật ký.`,
  'state-differs': () => 'Đọc lại toàn bộ nhật ký không cho ra trạng thái đã ký.',
};

/** One sentence for a person: what is wrong, where, and what to do. */
export const faultSentence = (fault: ArchiveFault): string => SENTENCES[fault.code](fault);
