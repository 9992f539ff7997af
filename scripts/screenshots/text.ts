/** What the pictures' conferences and files say; all of it invented. */
export const shotWords = {
  link: 'Ảnh màn hình',
  title: 'Hội nghị tổng kết công tác tổ chức xây dựng Đảng năm 2025, triển khai nhiệm vụ năm 2026',
  organiser: 'Ban Tổ chức Trung ương',
  central: 'Trung ương',
  supplement: 'Danh sách đại biểu bổ sung (Văn phòng gửi 7.12).csv',
  newPosts: 'Phó Bí thư Tỉnh ủy; Chủ tịch Ủy ban nhân dân tỉnh',
  newCategory: 'Cán bộ phục vụ',
  wrongBridge: 'Điểm cầu Tỉnh ủy Hà Giang',
  excuses: ['Mất điện lưới do bão', 'Đang xử lý sự cố sạt lở, Thường trực Đảng ủy đi hiện trường'],
  absence: 'Đi công tác nước ngoài',
  tiers: ['điểm cầu của đảng bộ trực thuộc Trung ương', 'điểm cầu cấp xã'],
};
