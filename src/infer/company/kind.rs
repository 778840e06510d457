//! What speaks for a name or against it, and how much.

/// What speaks for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading, "About Acme".
    Heading,
    /// "Acme is hiring".
    Hires,
    /// "Acme is a company".
    IsCompany,
    /// The text, or what it says of the company, begins with "Acme is …".
    Leads,
    /// The whole text begins with "Acme sells …".
    OpensText,
    /// "Acme is a …".
    IsSomething,
    /// "Acme is a client": not the employer.
    IsOther,
    /// "Our product Acme": what the employer makes, which may be called like it.
    IsProduct,
    /// "At Acme, we …".
    Opens,
    /// "we at Acme".
    Within,
    /// "working at Acme".
    Ours,
    /// "We are Acme, a …".
    WeAre,
    /// "at Acme".
    At,
    /// "Acme Ltd".
    Legal,
    /// A title begins with "Acme", parted from the job, or a heading or a stretch of a line is but the name.
    Stands,
    /// A title ends with "Acme", parted from the job.
    Behind,
    /// A value of the front matter is but the name.
    Told,
    /// "アクメ株式会社".
    Form,
    /// An address to write to or apply at is called like it.
    Address,
    /// A folder of the posting is called like it.
    Folder,
    /// A link of that name leads to an address that is called like it.
    Homepage,
    /// "acme", at the beginning of a sentence, where others begin with capitals.
    Small,
}

impl Kind {
    pub(super) const ALL: [Self; 22] = [
        Self::Heading,
        Self::Hires,
        Self::IsCompany,
        Self::Leads,
        Self::OpensText,
        Self::IsSomething,
        Self::IsOther,
        Self::IsProduct,
        Self::Opens,
        Self::Within,
        Self::Ours,
        Self::WeAre,
        Self::At,
        Self::Legal,
        Self::Stands,
        Self::Behind,
        Self::Told,
        Self::Form,
        Self::Address,
        Self::Folder,
        Self::Homepage,
        Self::Small,
    ];

    /// How much it tells.
    pub(super) fn weight(self) -> i32 {
        match self {
            Self::Hires => 4,
            Self::Heading | Self::IsCompany | Self::Opens | Self::Within | Self::Ours | Self::Form | Self::Address => 3,
            Self::WeAre | Self::Leads | Self::OpensText | Self::Stands | Self::Told | Self::Folder => 2,
            // Tools and clients have homepages as well; they are only looked for where there is another sign.
            Self::IsSomething | Self::At | Self::Behind | Self::Legal | Self::Homepage | Self::Small => 1,
            Self::IsProduct => -2,
            Self::IsOther => -6,
        }
    }
}
